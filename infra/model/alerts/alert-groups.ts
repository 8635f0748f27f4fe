import type { PlatformSpec } from "../platform-spec.ts";
import type { RuleGroup } from "./alert-rule.ts";
import { defaultThresholds, type AlertThresholds } from "./alert-thresholds.ts";
import { burnRateGroups } from "./burn-rates.ts";
import { certificateAlerts } from "./certificate-alerts.ts";
import { messageAlerts } from "./message-alerts.ts";
import { sidecarAlerts } from "./sidecar-alerts.ts";

/** Everything about a platform that somebody must hear of; each rule asks only for the platform's own namespaces. */
export const alertGroups = (platform: PlatformSpec, changed: Partial<AlertThresholds> = {}): RuleGroup[] => {
  const thresholds = { ...defaultThresholds, ...changed };
  return [
    { name: "sidecars", rules: sidecarAlerts(platform, thresholds) },
    { name: "messages", rules: messageAlerts(platform, thresholds) },
    { name: "certificates", rules: certificateAlerts(platform, thresholds) },
    ...burnRateGroups(platform),
  ];
};
