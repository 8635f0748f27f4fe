import { renamedComponents } from "./renamed-components.ts";
import { appsOf } from "../objects/inventory.ts";
import { blockOf } from "../objects/dapr-component.ts";
import { wordsOf, type EffectRule, type Found } from "./effect.ts";

export const componentGone: EffectRule = {
  name: "component-gone",
  about: "A component is removed while apps that use it stay.",
  find: (situation) => {
    const { before, after } = situation;
    const renamed = new Set(renamedComponents(situation).flat());
    return [...before.components]
      .filter(([key]) => !after.components.has(key))
      .filter(([, component]) => !renamed.has(component))
      .flatMap(([, component]): Found[] => {
        const left = appsOf(component, before).filter((app) => after.apps.has(app));
        const { name, type } = component;
        if (type === "bindings.cron")
          return [
            {
              risk: "downtime" as const,
              subject: name,
              text: `fires no longer (${component.metadata.get("schedule") ?? ""})`,
            },
          ];
        return left.length === 0
          ? []
          : [
              {
                risk: "downtime" as const,
                subject: name,
                text: `is removed: ${wordsOf(left)} lose${left.length === 1 ? "s" : ""} its ${blockOf(component)}`,
              },
            ];
      });
  },
};
