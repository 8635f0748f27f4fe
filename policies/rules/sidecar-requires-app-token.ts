import { hasSidecar, missingAnnotation } from "../pack/dapr.ts";
import { podOf, servingKinds } from "../pack/pods.ts";
import type { Rule } from "../pack/rule.ts";

export const sidecarRequiresAppToken: Rule = {
  name: "sidecar-requires-app-token",
  refuses: "An app that cannot tell its sidecar from anybody else.",
  why: "Whoever reaches the app's port could hand it events and calls that Dapr would have refused.",
  source: "https://docs.dapr.io/operations/security/app-api-token/",
  severity: "high",
  kinds: servingKinds,
  where: (resource) => hasSidecar(resource) && podOf(resource).annotations["dapr.io/app-port"] !== undefined,
  check: (resource) =>
    missingAnnotation(
      resource,
      "app-token-secret",
      "is not set, so the sidecar sends the app no token",
      "Name a Secret with the key token, and refuse calls without it.",
    ),
};
