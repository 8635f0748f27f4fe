import { isRolled } from "../objects/dapr-app.ts";
import { fieldsAt, isSame } from "../objects/read.ts";
import { sharedKeys } from "../situation.ts";
import { configurationOf } from "./configurations.ts";
import { wordsOf, type EffectRule, type Found } from "./effect.ts";

export const configurationLate: EffectRule = {
  name: "configuration",
  about: "What changes in an app's Configuration; a sidecar reads it only at its start.",
  find: ({ before, after }) =>
    sharedKeys(before.apps, after.apps).flatMap((app): Found[] => {
      const [was, is] = [configurationOf(app, before), configurationOf(app, after)];
      const [from, to] = [fieldsAt(was?.fields, "spec"), fieldsAt(is?.fields, "spec")];
      const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])]
        .filter((key) => !isSame(from[key], to[key]))
        .sort();
      const [had, has] = [before.apps.get(app), after.apps.get(app)];
      if (changed.length === 0 || !was || !is || !had || !has) return [];
      return isRolled(had.workload, has.workload)
        ? []
        : [
            {
              risk: "none" as const,
              subject: app,
              text: `keeps its old Configuration until it restarts (${wordsOf(changed)})`,
              advice: "Restart it after the update.",
            },
          ];
    }),
};
