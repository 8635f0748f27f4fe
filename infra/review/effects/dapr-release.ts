import { isSame, textAt, valueAt } from "../objects/read.ts";
import { keptOf } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

const numbers = (version: string): number[] => version.split(/[.-]/).map((part) => Number(part) || 0);

const isOlder = (version: string, than: string): boolean => {
  const [a, b] = [numbers(version), numbers(than)];
  const index = [0, 1, 2].find((at) => a[at] !== b[at]);
  return index !== undefined && (a[index] ?? 0) < (b[index] ?? 0);
};

export const daprRelease: EffectRule = {
  name: "release",
  about: "A chart is upgraded, taken back, or gets other values.",
  find: (situation) =>
    keptOf(situation, "Release").flatMap(({ was, is }): Found[] => {
      const [from, to] = [textAt(was.fields, "version") ?? "", textAt(is.fields, "version") ?? ""];
      const isDapr = is.name === "dapr" || textAt(is.fields, "chart")?.endsWith("dapr") === true;
      if (from !== to && isOlder(to, from))
        return [
          {
            risk: "downtime" as const,
            subject: is.name,
            text: `goes back from ${from} to ${to}`,
            advice: "What a newer release has written an older one may not read; see todo-platform upgrade-plan.",
          },
        ];
      if (from !== to)
        return [
          {
            risk: "restart" as const,
            subject: is.name,
            text: `is upgraded from ${from} to ${to}: its pods restart`,
            ...(isDapr
              ? { advice: "Sidecars keep their release until their pods restart: roll the apps afterwards." }
              : {}),
          },
        ];
      return isSame(valueAt(was.fields, "values"), valueAt(is.fields, "values"))
        ? []
        : [{ risk: "restart" as const, subject: is.name, text: "has other values: pods that they concern restart" }];
    }),
};
