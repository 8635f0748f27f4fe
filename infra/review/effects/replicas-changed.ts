import { replicasOf } from "../objects/dapr-app.ts";
import { keptOf } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

export const replicasChanged: EffectRule = {
  name: "replicas",
  about: "A workload gets more or fewer pods.",
  find: (situation) =>
    keptOf(situation, "Deployment", "StatefulSet").flatMap(({ was, is }): Found[] => {
      const [before, after] = [replicasOf(was), replicasOf(is)];
      if (before === after || before === undefined || after === undefined) return [];
      return [
        {
          risk: after === 0 ? ("downtime" as const) : ("none" as const),
          subject: is.name,
          text: after === 0 ? "is stopped: 0 replicas" : `goes from ${before} to ${after} replicas`,
        },
      ];
    }),
};
