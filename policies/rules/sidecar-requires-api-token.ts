import { hasSidecar, missingAnnotation } from "../pack/dapr.ts";
import { servingKinds } from "../pack/pods.ts";
import type { Rule } from "../pack/rule.ts";

export const sidecarRequiresApiToken: Rule = {
  name: "sidecar-requires-api-token",
  refuses: "A sidecar that answers calls without a token.",
  why: "Whoever reaches the pod's network could read state and secrets, and publish as the app.",
  source: "https://docs.dapr.io/operations/security/api-token/",
  severity: "high",
  kinds: servingKinds,
  where: hasSidecar,
  check: (resource) =>
    missingAnnotation(
      resource,
      "api-token-secret",
      "is not set, so the sidecar asks nobody for a token",
      "Name a Secret with the key token.",
    ),
};
