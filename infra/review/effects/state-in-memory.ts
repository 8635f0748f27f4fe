import { isRolled } from "../objects/dapr-app.ts";
import { appsOf } from "../objects/inventory.ts";
import { sharedKeys } from "../situation.ts";
import { wordsOf, type EffectRule, type Found } from "./effect.ts";

export const stateInMemory: EffectRule = {
  name: "state-in-memory",
  about: "An app that keeps its state in memory restarts.",
  find: ({ before, after }) =>
    sharedKeys(before.components, after.components).flatMap((key): Found[] => {
      const component = before.components.get(key);
      if (component?.type !== "state.in-memory") return [];
      const rolled = appsOf(component, before).filter((app) => {
        const [was, is] = [before.apps.get(app), after.apps.get(app)];
        return was !== undefined && is !== undefined && isRolled(was.workload, is.workload);
      });
      if (rolled.length === 0) return [];
      return [
        {
          risk: "data-loss",
          subject: component.name,
          text: `is in memory, and ${wordsOf(rolled)} restart${rolled.length === 1 ? "s" : ""} without it`,
        },
      ];
    }),
};
