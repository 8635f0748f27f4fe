import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Broken } from "./broken.ts";

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
