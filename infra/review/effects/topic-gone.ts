import type { EffectRule } from "./effect.ts";
import { goneNamespaces } from "./gone-namespaces.ts";
import { renamedTopics } from "./renamed-topics.ts";

export const topicGone: EffectRule = {
  name: "topic-gone",
  about: "A topic is deleted with its events.",
  find: (situation) => {
    const renamed = renamedTopics(situation);
    const { before, after } = situation;
    const gone = goneNamespaces(situation);
    return [...before.topics.values()]
      .filter(({ name, namespace }) => !after.topics.has(name) && !gone.has(namespace))
      .filter(({ name, byOperator }) => byOperator || !renamed.has(name))
      .map(({ name, byOperator }) =>
        byOperator
          ? { risk: "data-loss", subject: name, text: "is deleted with its events" }
          : {
              risk: "none",
              subject: name,
              text: "is no longer made, but stays with its events: no operator deletes it",
            },
      );
  },
};
