import type { PlatformSpec } from "../platform-spec.ts";
import { toMilliseconds, type Duration } from "../units.ts";
import type { AlertRule, RecordingRule, RuleGroup } from "./alert-rule.ts";
import { defaultThresholds, type AlertThresholds } from "./alert-thresholds.ts";
import { burnRateGroups } from "./burn-rates.ts";
import { certificateAlerts } from "./certificate-alerts.ts";
import { messageAlerts } from "./message-alerts.ts";
import { tracingAlerts } from "./tracing-alerts.ts";
import { sidecarAlerts } from "./sidecar-alerts.ts";

const atMost =
  (patience: Duration | undefined) =>
  (rule: AlertRule | RecordingRule): AlertRule | RecordingRule =>
    patience === undefined || "record" in rule || toMilliseconds(rule.for) <= toMilliseconds(patience)
      ? rule
      : { ...rule, for: patience };

/** Everything about a platform that somebody must hear of; each rule asks only for the platform's own namespaces. */
export const alertGroups = (platform: PlatformSpec, changed: Partial<AlertThresholds> = {}): RuleGroup[] => {
  const thresholds = { ...defaultThresholds, ...changed };
  return [
    { name: "sidecars", rules: sidecarAlerts(platform, thresholds) },
    { name: "messages", rules: messageAlerts(platform, thresholds) },
    { name: "certificates", rules: certificateAlerts(platform, thresholds) },
    { name: "tracing", rules: tracingAlerts(platform) },
    ...burnRateGroups(platform),
  ]
    .filter(({ rules }) => rules.length > 0)
    .map(({ name, rules }) => ({ name, rules: rules.map(atMost(thresholds.patience)) }));
};
