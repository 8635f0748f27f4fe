import { blockOf } from "../objects/dapr-component.ts";
import { consequences } from "./component-type.ts";
import type { EffectRule } from "./effect.ts";
import { renamedComponents } from "./renamed-components.ts";

export const componentReplaced: EffectRule = {
  name: "component-replaced",
  about: "A component goes, and one of another name does its work.",
  find: (situation) =>
    renamedComponents(situation).map(([was, is]) => {
      const [risk, consequence] = consequences[blockOf(is)] ?? (["none", "apps reach another service"] as const);
      return {
        risk,
        subject: was.name,
        text: `is replaced by ${is.name} (${is.type} instead of ${was.type}): ${consequence}`,
        advice: `Apps that name ${was.name} in their calls must be rolled out with it.`,
      };
    }),
};
