import { mkdirSync, writeFileSync } from "node:fs";
import { configReference } from "./config-reference.ts";
import { outputsSchema } from "./outputs.ts";

/** Every generated document: path -> content. A test compares them with what is committed. */
export const generatedDocuments = (): Record<string, string> => ({
  "docs/reference/config.md": configReference(),
  "docs/reference/outputs.schema.json": `${JSON.stringify(outputsSchema(), null, 2)}\n`,
});

if (import.meta.main) {
  mkdirSync("docs/reference", { recursive: true });
  for (const [path, content] of Object.entries(generatedDocuments())) writeFileSync(path, content);
}
