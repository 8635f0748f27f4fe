import { textAt } from "../../model/dapr/kinds/plain-value.ts";
import type { LintFinding } from "../lint-finding.ts";
import { judgeAbsence, remedyForAbsence } from "./nearness.ts";
import { findingAt, problemOf, type ReferenceRule } from "./together.ts";

/** Always there in a cluster. Source: dapr pkg/runtime/processor/secret. */
const builtIn = "kubernetes";

/** The secret store that resolves the references of a component or endpoint. */
export const checkSecretStores: ReferenceRule = ({ components, endpoints }) => {
  const stores = components.filter(({ value }) => textAt(value, "spec", "type")?.startsWith("secretstores."));
  return [...components, ...endpoints].flatMap((manifest): LintFinding[] => {
    const name = textAt(manifest.value, "auth", "secretStore") ?? "";
    const absence = name === builtIn ? undefined : judgeAbsence(manifest, name, stores);
    if (!absence) return [];
    const message = `no secret store "${name}" is given: the references are never resolved`;
    const remedy = remedyForAbsence(absence, stores, "secret stores");
    return [findingAt(manifest, problemOf(absence.severity, "TP0715", "auth.secretStore", name, message, remedy))];
  });
};
