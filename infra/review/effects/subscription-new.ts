import { deliveriesOf } from "../objects/inventory.ts";
import type { EffectRule } from "./effect.ts";
import { heirOf } from "./renamed-components.ts";
import { renamedTopics } from "./renamed-topics.ts";

export const subscriptionNew: EffectRule = {
  name: "subscription-new",
  about: "An app receives another topic.",
  find: (situation) => {
    const had = new Set(
      [...deliveriesOf(situation.before).values()].map(
        ({ app, pubsub, topic }) => `${app} ${heirOf(pubsub, situation)} ${topic}`,
      ),
    );
    const has = deliveriesOf(situation.after);
    const heirs = new Set(renamedTopics(situation).values());
    return [...has]
      .filter(([key, { app, topic }]) => !had.has(key) && !heirs.has(topic) && situation.before.apps.has(app))
      .map(([, { app, topic, routes }]) => ({
        risk: "none",
        subject: app,
        text: `receives topic ${topic} on ${[...new Set(routes.map(({ path }) => path))].join(", ")}`,
      }));
  },
};
