import { deliveriesOf } from "../objects/inventory.ts";
import type { EffectRule } from "./effect.ts";
import { renamedApps } from "./renamed-apps.ts";
import { heirOf } from "./renamed-components.ts";
import { renamedTopics } from "./renamed-topics.ts";

export const subscriptionGone: EffectRule = {
  name: "subscription-gone",
  about: "An app no longer receives a topic.",
  find: (situation) => {
    const had = [...deliveriesOf(situation.before).values()];
    const has = deliveriesOf(situation.after);
    const [topics, apps] = [renamedTopics(situation), renamedApps(situation)];
    return had
      .filter(({ app, pubsub, topic }) => !has.has(`${app} ${heirOf(pubsub, situation)} ${topic}`))
      .filter(({ app, topic }) => situation.after.apps.has(app) && !topics.has(topic) && !apps.has(app))
      .map(({ app, topic }) => ({
        risk: "data-loss",
        subject: app,
        text: `loses topic ${topic}: events that wait for it are not handled`,
      }));
  },
};
