import { at, isEmpty } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

const remedy = 'Set samplingRate above "0" and the endpoint of otel or zipkin under spec.tracing.';

export const configurationRequiresTracing: Rule = {
  name: "configuration-requires-tracing",
  refuses: "A Configuration whose apps leave no traces.",
  why: "What happened between five services and a broker is found out by traces, or not at all.",
  source: "https://docs.dapr.io/operations/observability/tracing/setup-tracing/",
  severity: "medium",
  kinds: ["dapr.io/Configuration"],
  where: ({ props }) => at(props, "metadata", "name") !== "daprsystem",
  check: ({ props }) => {
    const tracing = at(props, "spec", "tracing");
    const isSampled = Number(at(tracing, "samplingRate") ?? 0) > 0;
    const isSent = ["otel", "zipkin"].some((way) => !isEmpty(at(tracing, way, "endpointAddress")));
    return [
      ...(isSampled ? [] : [{ key: "spec.tracing.samplingRate", problem: "samples nothing", remedy }]),
      ...(isSent ? [] : [{ key: "spec.tracing", problem: "has no endpoint", remedy }]),
    ];
  },
};
