import { error, warning } from "../../../checks/error.ts";
import { isPlaceholder, isPlainObject, objectAt, textAt, valueAt } from "../plain-value.ts";
import { fieldPath, shown } from "../problem-path.ts";
import { checkInlineSecrets } from "./inline-secret.ts";
import type { SemanticCheck } from "./semantic-check.ts";

const isShare = (text: string): boolean => /\S/.test(text) && Number(text) >= 0 && Number(text) <= 1;

/** Where spans go, and which. Source: dapr pkg/runtime/runtime.go, setupTracing; pkg/diagnostics/utils/trace_utils.go. */
export const checkTracing: SemanticCheck = (document, path) => {
  const tracing = objectAt(document, "spec", "tracing");
  const at = `${fieldPath(path, "spec")}.tracing`;
  const rate = textAt(tracing, "samplingRate");
  const problems = checkInlineSecrets(valueAt(tracing, "otel"), "headers", `${at}.otel`);
  if (rate !== undefined && !isPlaceholder(rate) && !isShare(rate))
    problems.push(
      error(
        "TP0620",
        `${at}.samplingRate`,
        shown(rate),
        "a sampling rate is a share between 0 and 1; what is no number silently becomes 0.0001",
        'Write "1" for every trace, "0.1" for one in ten, "0" for none.',
      ),
    );
  const exporters = ["zipkin", "otel"].filter((name) => isPlainObject(valueAt(tracing, name)));
  const silent = exporters.length === 0 && valueAt(tracing, "stdout") !== true;
  if (silent && rate !== undefined && isShare(rate) && Number(rate) > 0)
    problems.push(
      warning(
        "TP0621",
        at,
        shown(rate),
        "traces are sampled, and sent nowhere",
        'Add zipkin or otel, unless OTEL_EXPORTER_OTLP_ENDPOINT is set for the sidecars; or write samplingRate: "0".',
      ),
    );
  return problems;
};
