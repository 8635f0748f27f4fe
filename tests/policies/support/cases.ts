import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../../policies/rules.ts";
import type { Broken } from "./broken.ts";
import { evaluate } from "./evaluate.ts";
import { goodGraph } from "./good-graph.ts";
import type { Graph } from "./graph.ts";

const folder = join(import.meta.dirname, "../rules");
const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
const loaded = await Promise.all(
  files.map(async (file): Promise<[string, readonly Broken[]]> => {
    const { cases } = (await import(join(folder, file))) as { cases: readonly Broken[] };
    return [file.replace(/\.ts$/, ""), cases];
  }),
);
const cases: ReadonlyMap<string, readonly Broken[]> = new Map(loaded);

/** How a rule is broken, its file's first case before the others. */
export const casesOf = (rule: string): readonly Broken[] => cases.get(rule) ?? [];

/** The good stack with the first case of each of some rules in it. */
export const brokenGraph = (names: readonly string[]): Graph => {
  const graph = goodGraph();
  for (const name of names) casesOf(name)[0]?.break(graph);
  return graph;
};

/** Exemptions that the first cases of some rules speak of. */
export const exemptionsOf = (names: readonly string[]): Broken["exemptions"] =>
  names.flatMap((name) => casesOf(name)[0]?.exemptions ?? []);

/** Whether each of some rules is broken when all of them are. */
const areAllBroken = (names: readonly string[]): boolean => {
  const found = evaluate(brokenGraph(names).resources, { exemptions: exemptionsOf(names) });
  return names.every((name) => found.some((violation) => violation.startsWith(`${name}: `)));
};

/** All rules in as few groups as can be broken together: some cases undo each other. */
export const groupedRules = (): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  for (const { name } of rules) {
    const group = groups.find((names) => {
      try {
        return areAllBroken([...names, name]);
      } catch {
        // What the case would break is gone.
        return false;
      }
    });
    if (group === undefined) groups.push([name]);
    else group.push(name);
  }
  return groups;
};
