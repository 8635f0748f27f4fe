import { itemsAt, textAt } from "../../model/dapr/kinds/plain-value.ts";
import { error } from "../../model/checks/error.ts";
import type { LintFinding } from "../lint-finding.ts";
import type { Manifest } from "../manifest.ts";
import { judgeAbsence, maybeSameNamespace, remedyForAbsence } from "./nearness.ts";
import { findingAt, problemOf, type ReferenceRule } from "./together.ts";

const typeOf = (component: Manifest): string => (textAt(component.value, "spec", "type") ?? "").toLowerCase();

const checkHandler = (
  configuration: Manifest,
  components: readonly Manifest[],
  path: string,
  name: string,
  type: string,
): LintFinding[] => {
  const named = components.filter((each) => each.name === name && maybeSameNamespace(each, configuration));
  if (named.some((each) => typeOf(each) === type.toLowerCase())) return [];
  const [other] = named;
  if (other) {
    const message = `component "${name}" is of type ${typeOf(other)}, and the handler says ${type}`;
    return [findingAt(configuration, error("TP0718", `${path}.type`, type, message, `Write type: ${typeOf(other)}.`))];
  }
  const known = components.filter((each) => typeOf(each).startsWith("middleware."));
  const absence = judgeAbsence(configuration, name, known);
  if (!absence) return [];
  const message = `no middleware component "${name}" is given: the sidecar does not start with such a pipeline`;
  const remedy = remedyForAbsence(absence, known, "middleware components");
  return [findingAt(configuration, problemOf(absence.severity, "TP0718", `${path}.name`, name, message, remedy))];
};

/** The handlers of a pipeline are components of the same name and type. */
export const checkHandlers: ReferenceRule = ({ configurations, components }) =>
  configurations.flatMap((configuration) =>
    ["httpPipeline", "appHttpPipeline"].flatMap((pipeline) =>
      itemsAt(configuration.value, "spec", pipeline, "handlers").flatMap(([index, handler]) => {
        const path = `spec.${pipeline}.handlers[${index}]`;
        return checkHandler(
          configuration,
          components,
          path,
          textAt(handler, "name") ?? "",
          textAt(handler, "type") ?? "",
        );
      }),
    ),
  );
