import { at } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

export const configurationRequiresMetrics: Rule = {
  name: "configuration-requires-metrics",
  refuses: "A Configuration that switches the sidecars' metrics off.",
  why: "Alerts on failed deliveries, full stores and old certificates are made of them.",
  source: "https://docs.dapr.io/operations/observability/metrics/metrics-overview/",
  severity: "medium",
  kinds: ["dapr.io/Configuration"],
  check: ({ props }) =>
    ["metric", "metrics"]
      .filter((key) => at(props, "spec", key, "enabled") === false)
      .map((key) => ({ key: `spec.${key}.enabled`, problem: "is false", remedy: "Remove it." })),
};
