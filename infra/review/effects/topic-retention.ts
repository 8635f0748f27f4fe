import { sharedKeys } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

const hours = (ms: number | undefined): string =>
  ms === undefined
    ? "the broker's time"
    : ms % 86_400_000 === 0
      ? `${ms / 86_400_000} d`
      : `${Math.round(ms / 3_600_000)} h`;

export const topicRetention: EffectRule = {
  name: "topic-retention",
  about: "A topic keeps its events for another time.",
  find: ({ before, after }) =>
    sharedKeys(before.topics, after.topics).flatMap((name): Found[] => {
      const [was, is] = [before.topics.get(name), after.topics.get(name)];
      if (!was || !is || was.retentionMs === is.retentionMs) return [];
      const text = `keeps events for ${hours(is.retentionMs)} instead of ${hours(was.retentionMs)}`;
      const isShorter = (is.retentionMs ?? 0) < (was.retentionMs ?? 0);
      return isShorter
        ? [{ risk: "data-loss" as const, subject: name, text: `${text}: older ones are deleted, read or not` }]
        : [{ risk: "none" as const, subject: name, text }];
    }),
};
