import { sharedKeys } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";
import { renamedTopics } from "./renamed-topics.ts";
import { topicScopes } from "./topic-scopes.ts";

export const publishingRights: EffectRule = {
  name: "publishing-rights",
  about: "An app may publish to fewer or more topics.",
  find: (situation) => {
    const { before, after } = situation;
    const renamed = renamedTopics(situation);
    return sharedKeys(before.components, after.components).flatMap((key): Found[] => {
      const [was, is] = [before.components.get(key), after.components.get(key)];
      const [had, has] = [was, is].map((one) => topicScopes(one?.metadata.get("publishingScopes")));
      if (!had || !has || !is) return [];
      return [...had.keys()]
        .filter((app) => before.apps.has(app) && after.apps.has(app))
        .flatMap((app): Found[] => {
          const [old, now] = [had.get(app) ?? [], has.get(app) ?? []];
          const lost = old.filter((topic) => !now.includes(topic) && !now.includes(renamed.get(topic) ?? ""));
          const heirs = new Set(old.map((topic) => renamed.get(topic)));
          const won = now.filter((topic) => !old.includes(topic) && !heirs.has(topic));
          return [
            ...lost.map((topic) => ({
              risk: "downtime" as const,
              subject: app,
              text: `may no longer publish to ${topic}`,
            })),
            ...won.map((topic) => ({ risk: "none" as const, subject: app, text: `may publish to ${topic}` })),
          ];
        });
    });
  },
};
