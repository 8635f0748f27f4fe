import type { EffectRule } from "./effect.ts";
import { renamedTopics } from "./renamed-topics.ts";

export const topicRenamed: EffectRule = {
  name: "topic-renamed",
  about: "A topic gets another name: what waits in the old one is not delivered.",
  find: (situation) =>
    [...renamedTopics(situation)].map(([was, is]) => ({
      risk: "data-loss",
      subject: was,
      text: `is renamed to ${is}: events that wait in ${was} are not delivered`,
      advice: "Add the new topic first, remove the old one when its consumer groups have no lag.",
    })),
};
