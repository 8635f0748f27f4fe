import { appsOf } from "../objects/inventory.ts";
import { sharedKeys } from "../situation.ts";
import { blockOf } from "../objects/dapr-component.ts";
import type { EffectRule, Found } from "./effect.ts";

export const componentScopes: EffectRule = {
  name: "component-scopes",
  about: "An app loses or gains a component.",
  find: ({ before, after }) =>
    sharedKeys(before.components, after.components).flatMap((key): Found[] => {
      const [was, is] = [before.components.get(key), after.components.get(key)];
      if (!was || !is) return [];
      const [had, has] = [appsOf(was, before), appsOf(is, after)];
      const block = blockOf(is);
      return [
        ...had
          .filter((app) => !has.includes(app) && after.apps.has(app))
          .map((app) => ({ risk: "downtime" as const, subject: app, text: `loses component ${is.name} (${block})` })),
        ...has
          .filter((app) => !had.includes(app) && before.apps.has(app))
          .map((app) => ({ risk: "none" as const, subject: app, text: `gains component ${is.name} (${block})` })),
        ...(was.scopes !== undefined && is.scopes === undefined
          ? [
              {
                risk: "none" as const,
                subject: is.name,
                text: "is loaded by every app of its namespace: it has no scopes any more",
              },
            ]
          : []),
      ];
    }),
};
