import { identityOf, toObjectChange, type KubeObject, type ObjectChange } from "./objects/kube-object.ts";
import { takeInventory, type Inventory } from "./objects/inventory.ts";
import type { Preview } from "./preview/preview.ts";

/** What is there, what would be there, and what would be done; everything that an effect is read from. */
export interface Situation {
  readonly before: Inventory;
  readonly after: Inventory;
  readonly changes: readonly ObjectChange[];
}

/** The situation of a preview. */
export const toSituation = ({ steps }: Preview): Situation => {
  const all = steps.map(toObjectChange).filter((change) => change !== undefined);
  return {
    before: takeInventory(all.flatMap(({ before }) => before ?? [])),
    after: takeInventory(all.flatMap(({ after }) => after ?? [])),
    changes: all.filter(({ op }) => op !== "same"),
  };
};

/** An object that is there before and afterwards. */
export interface Pair {
  readonly was: KubeObject;
  readonly is: KubeObject;
}

/** Objects of these kinds that are there before and afterwards. */
export const keptOf = ({ before, after }: Situation, ...kinds: readonly string[]): Pair[] =>
  [...before.objects].flatMap(([identity, was]) => {
    const is = after.objects.get(identity);
    return is !== undefined && kinds.includes(was.kind) ? [{ was, is }] : [];
  });

/** Objects of these kinds that would be gone. */
export const removedOf = ({ before, after }: Situation, ...kinds: readonly string[]): KubeObject[] =>
  [...before.objects].flatMap(([identity, was]) =>
    kinds.includes(was.kind) && !after.objects.has(identity) ? [was] : [],
  );

/** Objects of these kinds that would be new. */
export const addedOf = ({ before, after }: Situation, ...kinds: readonly string[]): KubeObject[] =>
  [...after.objects].flatMap(([identity, is]) =>
    kinds.includes(is.kind) && !before.objects.has(identity) ? [is] : [],
  );

/** Whether an object would be deleted and made anew under its name. */
export const isReplaced = ({ changes }: Situation, object: KubeObject): boolean =>
  changes.some(
    ({ op, before }) => op === "replace" && before !== undefined && identityOf(before) === identityOf(object),
  );

/** Keys of a map in both maps, sorted. */
export const sharedKeys = <V>(before: ReadonlyMap<string, V>, after: ReadonlyMap<string, V>): string[] =>
  [...before.keys()].filter((key) => after.has(key)).sort();
