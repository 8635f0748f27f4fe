import type { AlertRule, RecordingRule, RuleGroup } from "./alert-rule.ts";

const toRule = (rule: AlertRule | RecordingRule) =>
  "record" in rule
    ? { record: rule.record, expr: rule.expr, labels: rule.labels }
    : {
        alert: rule.alert,
        expr: rule.expr,
        for: rule.for,
        labels: { severity: rule.severity, ...rule.labels },
        annotations: { summary: rule.summary, description: rule.action },
      };

/** The groups as Prometheus reads them. Upstream: prometheus.io/docs/prometheus/latest/configuration/recording_rules. */
export const toRuleGroups = (groups: readonly RuleGroup[]) =>
  groups.map(({ name, rules }) => ({ name, rules: rules.map(toRule) }));
