import { textAt } from "../../model/dapr/kinds/plain-value.ts";
import type { LintFinding } from "../lint-finding.ts";
import { podAnnotations, podAnnotationsPath } from "../workload.ts";
import { judgeAbsence, remedyForAbsence } from "./nearness.ts";
import { findingAt, problemOf, type ReferenceRule } from "./together.ts";

/** The Configuration that a pod names: without it the sidecar does not start. */
export const checkNamedConfiguration: ReferenceRule = ({ workloads, configurations }) =>
  workloads.flatMap((workload): LintFinding[] => {
    const name = textAt(podAnnotations(workload), "dapr.io/config") ?? "";
    const absence = judgeAbsence(workload, name, configurations);
    if (!absence) return [];
    const path = `${podAnnotationsPath(workload)}["dapr.io/config"]`;
    const message = `no Configuration "${name}" is given: without it the sidecar does not start`;
    const remedy = remedyForAbsence(absence, configurations, "Configurations");
    return [findingAt(workload, problemOf(absence.severity, "TP0712", path, name, message, remedy))];
  });
