import type { EffectRule } from "./effect.ts";
import { renamedApps } from "./renamed-apps.ts";

export const appGone: EffectRule = {
  name: "app-gone",
  about: "An app is removed.",
  find: (situation) => {
    const { before, after } = situation;
    const renamed = renamedApps(situation);
    return [...before.apps.keys()]
      .filter((id) => !after.apps.has(id) && !renamed.has(id))
      .map((id) => ({
        risk: "downtime",
        subject: id,
        text: "is removed",
        advice: "Its callers get errors. Its state and the offsets of its consumer group stay where they are.",
      }));
  },
};
