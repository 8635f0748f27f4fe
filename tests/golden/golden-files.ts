import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "files");

/** Where the objects of a composition are committed. */
export const objectsFile = (composition: string): string => join(folder, `${composition}.yaml`);

/** Where the URNs of a composition are committed. */
export const ledgerFile = (composition: string): string => join(folder, `${composition}.urns.txt`);

/** Where the names and types of the stack outputs are committed. */
export const outputsFile = join(folder, "outputs.txt");

/** A committed file; nothing for a composition that is new. */
export const committed = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");
