import { writeFileSync } from "node:fs";
import { createApiDocument } from "./src/openapi/create-document.ts";

/** What is made from the backend's sources: path -> content. A test compares it with what is committed. */
export const generatedDocuments = (): Record<string, string> => ({
  "docs/reference/openapi.json": `${JSON.stringify(createApiDocument(), null, 2)}\n`,
});

if (import.meta.main) for (const [path, content] of Object.entries(generatedDocuments())) writeFileSync(path, content);
