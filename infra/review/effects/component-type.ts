import { blockOf } from "../objects/dapr-component.ts";
import { sharedKeys } from "../situation.ts";
import type { EffectRule, Found, Risk } from "./effect.ts";

/** What another server behind a building block means. */
export const consequences: Readonly<Record<string, readonly [Risk, string]>> = {
  state: ["data-loss", "what is kept in the old store is not found in the new one"],
  pubsub: ["data-loss", "events that wait at the old broker are not delivered"],
  secretstores: ["downtime", "apps find only the secrets that are there already"],
  lock: ["data-loss", "locks that are held are not known to the new store"],
  configuration: ["downtime", "apps find only the values that are there already"],
};

export const componentType: EffectRule = {
  name: "component-type",
  about: "Another server, or another version of a component, stands behind the same name.",
  find: ({ before, after }) =>
    sharedKeys(before.components, after.components).flatMap((key): Found[] => {
      const [was, is] = [before.components.get(key), after.components.get(key)];
      if (!was || !is || (was.type === is.type && was.version === is.version)) return [];
      const [risk, consequence] = consequences[blockOf(is)] ?? (["none", "apps reach another service"] as const);
      const name = (one: typeof was): string => `${one.type} ${one.version}`;
      return [{ risk, subject: is.name, text: `becomes ${name(is)} instead of ${name(was)}: ${consequence}` }];
    }),
};
