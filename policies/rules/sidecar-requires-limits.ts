import { hasSidecar, missingAnnotation } from "../pack/dapr.ts";
import { servingKinds } from "../pack/pods.ts";
import type { Rule } from "../pack/rule.ts";

export const sidecarRequiresLimits: Rule = {
  name: "sidecar-requires-limits",
  refuses: "A sidecar that reserves nothing, or may take all memory of its node.",
  why: "A node then takes more pods than it can run, and ends one of them, which need not be the guilty one.",
  source: "https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/#sidecar-resource-settings",
  severity: "medium",
  kinds: servingKinds,
  where: hasSidecar,
  check: (resource) =>
    ["sidecar-cpu-request", "sidecar-memory-request", "sidecar-memory-limit"].flatMap((key) =>
      missingAnnotation(resource, key, "is not set", "Set it: daprd needs about 100m and 128Mi to begin with."),
    ),
};
