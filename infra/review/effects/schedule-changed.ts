import { sharedKeys } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

export const scheduleChanged: EffectRule = {
  name: "schedule",
  about: "A cron binding fires at other times or calls another route.",
  find: ({ before, after }) =>
    sharedKeys(before.components, after.components).flatMap((key): Found[] => {
      const [was, is] = [before.components.get(key), after.components.get(key)];
      if (!was || !is || is.type !== "bindings.cron" || was.type !== is.type) return [];
      return ["schedule", "route"]
        .filter((field) => was.metadata.get(field) !== is.metadata.get(field))
        .map((field) => {
          const [from, to] = [was.metadata.get(field) ?? `/${is.name}`, is.metadata.get(field) ?? `/${is.name}`];
          return {
            risk: "none" as const,
            subject: is.name,
            text: field === "route" ? `calls ${to} instead of ${from}` : `fires at "${to}" instead of "${from}"`,
          };
        });
    }),
};
