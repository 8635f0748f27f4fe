import type { Problem } from "../model/problems.ts";
import { error } from "../model/checks/error.ts";

/** The text is no YAML. */
export const brokenYaml = (message: string): Problem =>
  error(
    "TP0701",
    "",
    undefined,
    `is no YAML: ${message}`,
    "Correct the text here; nothing else of this document was checked.",
  );

/** A key stands twice in one map. */
export const duplicateKey = (path: string, key: string): Problem =>
  error(
    "TP0702",
    path,
    key,
    `"${key}" stands twice in this map`,
    "Remove one: readers keep the last, or refuse the file.",
  );

/** The text is a template. */
export const helmTemplate = (): Problem =>
  error(
    "TP0703",
    "",
    undefined,
    "is a Helm template, and no YAML yet",
    "Render it first: helm template <chart> | todo-platform lint -",
  );

/** The text is YAML, but beyond what is read. */
export const unreadable = (reason: string): Problem =>
  error("TP0704", "", undefined, `cannot be read: ${reason}`, "Split the file, or lint what its tool renders from it.");

/** Codes after which a file was not read at all. */
export const unreadableCodes: readonly string[] = ["TP0701", "TP0704"];
