import { at } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

export const statefulSetKeepsVolumes: Rule = {
  name: "stateful-set-keeps-volumes",
  refuses: "A StatefulSet whose volumes are deleted with it or with a replica.",
  why: "A resource that is replaced, or scaled down for an hour, takes its data with it.",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention",
  severity: "high",
  kinds: ["apps/StatefulSet"],
  check: ({ props }) =>
    ["whenDeleted", "whenScaled"]
      .filter((key) => at(props, "spec", "persistentVolumeClaimRetentionPolicy", key) === "Delete")
      .map((key) => ({
        key: `spec.persistentVolumeClaimRetentionPolicy.${key}`,
        problem: "is Delete",
        remedy: "Use Retain.",
      })),
};
