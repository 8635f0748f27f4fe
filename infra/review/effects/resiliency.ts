import { isRolled } from "../objects/dapr-app.ts";
import { appsOf } from "../objects/inventory.ts";
import { fieldsAt, isSame, textsAt, valueAt } from "../objects/read.ts";
import { addedOf, keptOf, removedOf, type Situation } from "../situation.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import { wordsOf, type EffectRule, type Found } from "./effect.ts";

/** Leaves of plain data with their paths. */
const leaves = (value: unknown, path: string): [string, string][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) => leaves(member, path === "" ? key : `${path}.${key}`))
    : [[path, JSON.stringify(value)]];

const plain = (text: string | undefined): string => text?.replace(/^"|"$/g, "") ?? "nothing";

/** `retries.outbound.maxRetries 3 instead of 5`. */
const differences = (was: unknown, is: unknown): string[] => {
  const [before, after] = [new Map(leaves(was, "")), new Map(leaves(is, ""))];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort()
    .map((path) => `${path} ${plain(after.get(path))} instead of ${plain(before.get(path))}`);
};

const scopeOf = (object: KubeObject) => {
  const scopes = textsAt(object.fields, "scopes");
  return { scopes: scopes.length === 0 ? undefined : scopes, namespace: object.namespace };
};

const staying = (object: KubeObject, { before, after }: Situation): string[] =>
  appsOf(scopeOf(object), after).filter((app) => {
    const [was, is] = [before.apps.get(app), after.apps.get(app)];
    return was !== undefined && is !== undefined && !isRolled(was.workload, is.workload);
  });

export const resiliency: EffectRule = {
  name: "resiliency",
  about: "Retries, timeouts or circuit breakers change, or what they are for.",
  find: (situation) => [
    ...keptOf(situation, "Resiliency")
      .filter(({ was, is }) => !isSame(fieldsAt(was.fields, "spec"), fieldsAt(is.fields, "spec")))
      .flatMap(({ was, is }): Found[] => {
        const changed = [
          ...differences(valueAt(was.fields, "spec", "policies"), valueAt(is.fields, "spec", "policies")),
          ...differences(valueAt(was.fields, "spec", "targets"), valueAt(is.fields, "spec", "targets")),
        ];
        const apps = staying(is, situation);
        return [
          { risk: "none" as const, subject: is.name, text: `has ${changed.join("; ")}` },
          ...(apps.length === 0
            ? []
            : [
                {
                  risk: "restart" as const,
                  subject: is.name,
                  text: `makes the runtime of ${wordsOf(apps)} start anew inside its process`,
                  advice: "Dapr 1.18 exports no metrics and spans after that: restart the pods.",
                },
              ]),
        ];
      }),
    ...removedOf(situation, "Resiliency").map(({ name }) => ({
      risk: "none" as const,
      subject: name,
      text: "is removed: Dapr's own retries apply",
    })),
    ...addedOf(situation, "Resiliency").map(({ name }) => ({ risk: "none" as const, subject: name, text: "is added" })),
  ],
};
