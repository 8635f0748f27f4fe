import { removedOf, type Situation } from "../situation.ts";

/** Namespaces that are deleted: what is in them goes with them and needs no word of its own. */
export const goneNamespaces = (situation: Situation): ReadonlySet<string> =>
  new Set(removedOf(situation, "Namespace").map(({ name }) => name));
