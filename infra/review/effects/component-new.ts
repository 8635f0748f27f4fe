import { renamedComponents } from "./renamed-components.ts";
import { appsOf } from "../objects/inventory.ts";
import { wordsOf, type EffectRule } from "./effect.ts";

export const componentNew: EffectRule = {
  name: "component-new",
  about: "A component is added.",
  find: (situation) => {
    const { before, after } = situation;
    const renamed = new Set(renamedComponents(situation).flat());
    return [...after.components]
      .filter(([key]) => !before.components.has(key))
      .filter(([, component]) => !renamed.has(component))
      .map(([, component]) => {
        const apps = appsOf(component, after);
        return {
          risk: "none",
          subject: component.name,
          text: `is added (${component.type})${apps.length === 0 ? "" : ` for ${wordsOf(apps)}`}`,
        };
      });
  },
};
