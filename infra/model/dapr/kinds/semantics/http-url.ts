import { error } from "../../../checks/error.ts";
import type { Problem } from "../../../problems.ts";
import { isPlaceholder } from "../plain-value.ts";
import { shown } from "../problem-path.ts";

const isHttpUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === "http:" || url.protocol === "https:") && url.host !== "";
};

/** Checks that a text is a URL that daprd can call over HTTP. An empty one is the schema's matter. */
export const checkHttpUrl = (text: string | undefined, path: string): Problem[] => {
  if (text === undefined || text === "" || isPlaceholder(text) || isHttpUrl(text)) return [];
  return [error("TP0660", path, shown(text), "this is no http or https URL", 'Write "https://host/path".')];
};
