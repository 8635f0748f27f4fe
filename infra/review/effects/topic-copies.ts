import { sharedKeys } from "../situation.ts";
import { countOf, type EffectRule, type Found } from "./effect.ts";

export const topicCopies: EffectRule = {
  name: "topic-copies",
  about: "A topic has more or fewer copies of each record.",
  find: ({ before, after }) =>
    sharedKeys(before.topics, after.topics).flatMap((name): Found[] => {
      const [was, is] = [before.topics.get(name), after.topics.get(name)];
      if (!was || !is || was.copies === is.copies || !is.byOperator) return [];
      const text = `has ${is.copies} instead of ${countOf(was.copies, "copy").replace("copys", "copies")} of each record`;
      return [
        is.copies < 2
          ? { risk: "data-loss" as const, subject: name, text: `${text}: a broken disk loses it` }
          : { risk: "none" as const, subject: name, text },
      ];
    }),
};
