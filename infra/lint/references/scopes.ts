import { textsAt } from "../../model/dapr/kinds/plain-value.ts";
import type { LintFinding } from "../lint-finding.ts";
import { judgeAbsence, remedyForAbsence } from "./nearness.ts";
import { appIds, findingAt, problemOf, type ReferenceRule } from "./together.ts";

/** A scope is an app id: a wrong one hides the object from the app that needs it. */
export const checkScopes: ReferenceRule = (together) => {
  const known = appIds(together);
  return together.all
    .filter(({ apiVersion }) => apiVersion.startsWith("dapr.io/"))
    .flatMap((manifest) =>
      textsAt(manifest.value, "scopes").flatMap(([index, app]): LintFinding[] => {
        const absence = judgeAbsence(manifest, app, known);
        if (!absence) return [];
        const message = `no given workload has the app id "${app}"`;
        const remedy = remedyForAbsence(absence, known, "app ids");
        return [findingAt(manifest, problemOf(absence.severity, "TP0711", `scopes[${index}]`, app, message, remedy))];
      }),
    );
};
