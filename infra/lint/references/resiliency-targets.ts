import { objectAt } from "../../model/dapr/kinds/plain-value.ts";
import { fieldPath } from "../../model/dapr/kinds/problem-path.ts";
import type { LintFinding } from "../lint-finding.ts";
import { judgeAbsence, remedyForAbsence, type Named } from "./nearness.ts";
import { appIds, findingAt, problemOf, type ReferenceRule } from "./together.ts";

/** An app of another namespace, or an address outside of Dapr. */
const isElsewhere = (name: string): boolean => /[.:/]/.test(name);

/** What a Resiliency guards: a policy for a name that nothing has guards nothing. */
export const checkResiliencyTargets: ReferenceRule = (together) => {
  const targets: readonly (readonly [list: string, words: string, known: readonly Named[]])[] = [
    ["apps", "app ids", [...appIds(together), ...together.endpoints]],
    ["components", "components", together.components],
  ];
  return together.resiliencies.flatMap((resiliency) =>
    targets.flatMap(([list, words, known]) =>
      Object.keys(objectAt(resiliency.value, "spec", "targets", list))
        .filter((name) => !isElsewhere(name))
        .flatMap((name): LintFinding[] => {
          const absence = judgeAbsence(resiliency, name, known);
          if (!absence) return [];
          const path = fieldPath(`spec.targets.${list}`, name);
          const message = `"${name}" is none of the given ${words}: its policies guard nothing`;
          const remedy = remedyForAbsence(absence, known, words);
          return [findingAt(resiliency, problemOf(absence.severity, "TP0713", path, name, message, remedy))];
        }),
    ),
  );
};
