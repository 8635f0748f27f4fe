import type { DaprComponent } from "../objects/dapr-component.ts";
import { appsOf, type Inventory } from "../objects/inventory.ts";
import { textAt } from "../objects/read.ts";
import { objectsOf } from "../objects/inventory.ts";
import type { EffectRule } from "./effect.ts";

/** The most pods that an app may have; a scaler's maximum where one chooses. */
const mostReplicas = (id: string, inventory: Inventory): number => {
  const app = inventory.apps.get(id);
  if (app === undefined) return 0;
  const scaler = objectsOf(inventory, "HorizontalPodAutoscaler", "ScaledObject").find(
    ({ fields, namespace }) =>
      namespace === app.namespace && textAt(fields, "spec", "scaleTargetRef", "name") === app.workload.name,
  );
  const limit = Number(
    textAt(scaler?.fields, "spec", "maxReplicas") ?? textAt(scaler?.fields, "spec", "maxReplicaCount"),
  );
  return Number.isNaN(limit) ? (app.replicas ?? 1) : limit;
};

const crons = (inventory: Inventory): { component: DaprComponent; app: string; replicas: number }[] =>
  [...inventory.components.values()]
    .filter(({ type }) => type === "bindings.cron")
    .flatMap((component) =>
      appsOf(component, inventory).map((app) => ({ component, app, replicas: mostReplicas(app, inventory) })),
    );

export const cronOnReplicas: EffectRule = {
  name: "cron-on-replicas",
  about: "A cron binding fires in each replica of its app (dapr/components-contrib#1249).",
  find: ({ before, after }) => {
    const known = new Map(crons(before).map(({ component, app, replicas }) => [`${component.name} ${app}`, replicas]));
    return crons(after)
      .filter(({ component, app, replicas }) => replicas > Math.max(1, known.get(`${component.name} ${app}`) ?? 1))
      .map(({ component, app, replicas }) => ({
        risk: "data-loss",
        subject: component.name,
        text: `fires in each of up to ${replicas} replicas of ${app}: the same work is done ${replicas} times`,
        advice: "Keep one replica, use a Dapr job, or make sure that the app does the work once.",
      }));
  },
};
