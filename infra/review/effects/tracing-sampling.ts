import { textAt } from "../objects/read.ts";
import { sharedKeys } from "../situation.ts";
import { configurationOf } from "./configurations.ts";
import { wordsOf, type EffectRule } from "./effect.ts";

export const tracingSampling: EffectRule = {
  name: "tracing",
  about: "Another share of requests is traced.",
  find: ({ before, after }) => {
    const changes = sharedKeys(before.apps, after.apps).flatMap((app) => {
      const [from, to] = [before, after].map((time) =>
        textAt(configurationOf(app, time)?.fields, "spec", "tracing", "samplingRate"),
      );
      return from === to ? [] : [{ app, what: `${to ?? "0"} instead of ${from ?? "0"}`, isOff: Number(to ?? 0) === 0 }];
    });
    return [...Map.groupBy(changes, ({ what }) => what)].map(([what, same]) => ({
      risk: "none",
      subject: "tracing",
      text: `samples ${what} of the requests of ${wordsOf(same.map(({ app }) => app))}${same[0]?.isOff ? ": nothing is traced" : ""}`,
    }));
  },
};
