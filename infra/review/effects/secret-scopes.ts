import type { KubeObject } from "../objects/kube-object.ts";
import { listAt, textAt, textsAt } from "../objects/read.ts";
import { sharedKeys } from "../situation.ts";
import { configurationOf } from "./configurations.ts";
import { heirOf } from "./renamed-components.ts";
import type { EffectRule, Found } from "./effect.ts";

const allowed = (configuration: KubeObject | undefined, storeOf: (name: string) => string): string[] =>
  listAt(configuration?.fields, "spec", "secrets", "scopes").flatMap((scope) =>
    textsAt(scope, "allowedSecrets").map((secret) => `${secret} from ${storeOf(textAt(scope, "storeName") ?? "")}`),
  );

export const secretScopes: EffectRule = {
  name: "secret-scopes",
  about: "An app may read fewer or more secrets through its sidecar.",
  find: (situation) => {
    const { before, after } = situation;
    return sharedKeys(before.apps, after.apps).flatMap((app): Found[] => {
      const had = allowed(configurationOf(app, before), (store) => heirOf(store, situation));
      const has = allowed(configurationOf(app, after), (store) => store);
      return [
        ...had
          .filter((secret) => !has.includes(secret))
          .map((secret) => ({ risk: "downtime" as const, subject: app, text: `may no longer read ${secret}` })),
        ...has
          .filter((secret) => !had.includes(secret))
          .map((secret) => ({ risk: "none" as const, subject: app, text: `may read ${secret}` })),
      ];
    });
  },
};
