import { blockOf } from "../objects/dapr-component.ts";
import { appsOf, deliveriesOf } from "../objects/inventory.ts";
import type { EffectRule, Found } from "./effect.ts";
import { renamedApps } from "./renamed-apps.ts";
import { keyPrefixOf } from "./state-keys.ts";

export const appRenamed: EffectRule = {
  name: "app-renamed",
  about: "An app's id changes: its state, its offsets and its callers know the old one.",
  find: (situation) => {
    const { before } = situation;
    return [...renamedApps(situation)].flatMap(([was, is]): Found[] => {
      const stores = [...before.components.values()].filter(
        (component) =>
          blockOf(component) === "state" &&
          appsOf(component, before).includes(was) &&
          ["appid", "namespace"].includes(keyPrefixOf(component)),
      );
      const pubsubs = new Set(
        [...deliveriesOf(before).values()].filter(({ app }) => app === was).map(({ pubsub }) => pubsub),
      );
      return [
        {
          risk: "downtime" as const,
          subject: was,
          text: `gets the app id ${is}`,
          advice: "Whoever calls it by the old id gets errors; let both run until every caller is rolled out.",
        },
        ...[...pubsubs].map((name) => ({
          risk: "data-loss" as const,
          subject: is,
          text: `reads ${name} as a consumer group of its own: it starts without the offsets of ${was}`,
        })),
        ...stores.map(({ name }) => ({
          risk: "data-loss" as const,
          subject: is,
          text: `does not find the state of ${was} in ${name}: its keys begin with ${was}||`,
          advice: "Copy the keys, or set keyPrefix to a name of its own before.",
        })),
      ];
    });
  },
};
