import { textAt } from "../objects/read.ts";
import { quantity } from "../requests/quantity.ts";
import { sharedKeys } from "../situation.ts";
import type { EffectRule } from "./effect.ts";

const limits = ["dapr.io/sidecar-memory-limit", "dapr.io/sidecar-cpu-limit"];

export const sidecarMemory: EffectRule = {
  name: "sidecar-limit",
  about: "A sidecar gets a lower limit.",
  find: ({ before, after }) =>
    sharedKeys(before.apps, after.apps).flatMap((app) =>
      limits.flatMap((limit) => {
        const [from, to] = [before, after].map((time) => textAt(time.apps.get(app)?.annotations, limit));
        const [was, is] = [quantity(from), quantity(to)];
        if (was === undefined || is === undefined || is >= was) return [];
        const isMemory = limit.includes("memory");
        return [
          {
            risk: "none" as const,
            subject: app,
            text: `has a sidecar with ${to} instead of ${from} of ${isMemory ? "memory: one that needs more is killed" : "CPU: one that needs more is slowed down"}`,
          },
        ];
      }),
    ),
};
