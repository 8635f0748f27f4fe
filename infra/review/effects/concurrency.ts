import { textAt } from "../objects/read.ts";
import { sharedKeys } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

const annotation = "dapr.io/app-max-concurrency";

export const concurrency: EffectRule = {
  name: "concurrency",
  about: "A sidecar hands more or fewer requests at once to its app.",
  find: ({ before, after }) =>
    sharedKeys(before.apps, after.apps).flatMap((app): Found[] => {
      const [from, to] = [before, after].map((time) => textAt(time.apps.get(app)?.annotations, annotation));
      return from === to
        ? []
        : [
            {
              risk: "none" as const,
              subject: app,
              text: `handles ${to ?? "any number of"} instead of ${from ?? "any number of"} requests at once`,
            },
          ];
    }),
};
