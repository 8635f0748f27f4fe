import { warning } from "../../../checks/error.ts";
import { didYouMean } from "../../../names.ts";
import { isPlaceholder, textAt } from "../plain-value.ts";
import { fieldPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

/** Resolvers that daprd is built with. Source: dapr cmd/daprd/components/nameresolution_*.go. */
const known = ["aws.cloudmap", "consul", "hashicorp.consul", "kubernetes", "mdns", "nameformat", "sqlite"];

/** How apps are found. */
export const checkNameResolution: SemanticCheck = (document, path) => {
  const component = textAt(document, "spec", "nameResolution", "component");
  if (component === undefined || isPlaceholder(component)) return [];
  const name = component.toLowerCase().replace(/^nameresolution\./, "");
  if (known.includes(name)) return [];
  const guess = didYouMean(name, known);
  const remedy = guess === undefined ? `Known are ${known.join(", ")}.` : `Did you mean "${guess}"?`;
  const at = `${fieldPath(path, "spec")}.nameResolution.component`;
  return [warning("TP0634", at, shown(component), "daprd has no such name resolution", remedy)];
};
