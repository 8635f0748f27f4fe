import type { DaprComponent } from "../objects/dapr-component.ts";
import { isRolled } from "../objects/dapr-app.ts";
import { appsOf } from "../objects/inventory.ts";
import { isSame, valueAt } from "../objects/read.ts";
import { sharedKeys, type Situation } from "../situation.ts";
import { countOf, wordsOf, type EffectRule, type Found } from "./effect.ts";

const isActorStore = ({ metadata }: DaprComponent): boolean => metadata.get("actorStateStore") === "true";

/** Names of metadata whose value changes. */
export const changedMetadata = (was: DaprComponent, is: DaprComponent): string[] =>
  [...new Set([...was.metadata.keys(), ...is.metadata.keys()])]
    .filter((name) => was.metadata.get(name) !== is.metadata.get(name))
    .sort();

const staysUp = (app: string, { before, after }: Situation): boolean => {
  const [was, is] = [before.apps.get(app), after.apps.get(app)];
  return was !== undefined && is !== undefined && !isRolled(was.workload, is.workload);
};

export const componentReloads: EffectRule = {
  name: "component-reloads",
  about:
    "daprd reloads a changed component; the actor state store only at its start (hotreload/reconciler/components.go).",
  find: (situation) =>
    sharedKeys(situation.before.components, situation.after.components).flatMap((key): Found[] => {
      const [was, is] = [situation.before.components.get(key), situation.after.components.get(key)];
      if (!was || !is || isSame(valueAt(was.object.fields, "spec"), valueAt(is.object.fields, "spec"))) return [];
      const apps = appsOf(is, situation.after).filter((app) => staysUp(app, situation));
      if (apps.length === 0) return [];
      const changed = changedMetadata(was, is);
      const what = changed.length === 0 ? "" : ` (${changed.join(", ")})`;
      if (isActorStore(was) && isActorStore(is))
        return [
          {
            risk: "none" as const,
            subject: is.name,
            text: `changes${what}, and ${wordsOf(apps)} keep${apps.length === 1 ? "s" : ""} the old one: daprd loads its actor store only at its start`,
            advice: `Restart ${countOf(apps.length, "app")} after the update.`,
          },
        ];
      return [
        {
          risk: "none" as const,
          subject: is.name,
          text: `reloads in ${countOf(apps.length, "app")}${what}: ${wordsOf(apps)}`,
        },
      ];
    }),
};
