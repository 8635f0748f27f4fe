import { goneNamespaces } from "./gone-namespaces.ts";
import { isSame, valueAt } from "../objects/read.ts";
import { keptOf, removedOf, isReplaced } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

const doors = ["Service", "Ingress", "HTTPRoute", "Gateway"];

export const traffic: EffectRule = {
  name: "traffic",
  about: "Something through which others reach an app is gone or leads elsewhere.",
  find: (situation) => [
    ...removedOf(situation, ...doors)
      .filter(({ namespace }) => !goneNamespaces(situation).has(namespace))
      .filter(
        ({ kind, name }) => kind !== "Service" || situation.before.apps.has(name) === situation.after.apps.has(name),
      )
      .map(({ kind, name }) => ({
        risk: "downtime" as const,
        subject: name,
        text: `(${kind}) is removed: nobody reaches it any more`,
      })),
    ...keptOf(situation, ...doors).flatMap(({ was, is }): Found[] => {
      if (isReplaced(situation, was))
        return [
          {
            risk: "downtime" as const,
            subject: is.name,
            text: `(${is.kind}) is deleted and made anew: its address may change`,
          },
        ];
      return isSame(valueAt(was.fields, "spec"), valueAt(is.fields, "spec"))
        ? []
        : [{ risk: "none" as const, subject: is.name, text: `(${is.kind}) leads elsewhere or listens on other ports` }];
    }),
    ...keptOf(situation, "NetworkPolicy")
      .filter(({ was, is }) => !isSame(valueAt(was.fields, "spec"), valueAt(is.fields, "spec")))
      .map(({ is }) => ({ risk: "none" as const, subject: is.name, text: "(NetworkPolicy) lets other pods through" })),
  ],
};
