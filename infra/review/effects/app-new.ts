import type { EffectRule } from "./effect.ts";
import { renamedApps } from "./renamed-apps.ts";

export const appNew: EffectRule = {
  name: "app-new",
  about: "An app is added.",
  find: (situation) => {
    const heirs = new Set(renamedApps(situation).values());
    return [...situation.after.apps.keys()]
      .filter((id) => !situation.before.apps.has(id) && !heirs.has(id))
      .map((id) => ({ risk: "none", subject: id, text: "is added" }));
  },
};
