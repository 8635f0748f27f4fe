import { appIdOf, hasSidecar, scopesOf } from "../pack/dapr.ts";
import { servingKinds } from "../pack/pods.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { beside } from "../pack/stack.ts";

export const appRequiresResiliency: Rule = {
  name: "app-requires-resiliency",
  refuses: "An app with a sidecar for which there is no Resiliency.",
  why: "Its calls then have Dapr's built-in retries only: no timeout, no circuit breaker, no bound on deliveries.",
  source: "https://docs.dapr.io/operations/resiliency/resiliency-overview/",
  severity: "medium",
  kinds: servingKinds,
  where: hasSidecar,
  needsStack: true,
  check: (resource, { stack }) =>
    findingIf(
      !beside(resource, stack, "dapr.io/Resiliency").some(
        (resiliency) => scopesOf(resiliency)?.includes(appIdOf(resource)) ?? true,
      ),
      "spec.template",
      "is an app without a Resiliency",
      `Make a Resiliency in its namespace with ${appIdOf(resource)} in its scopes.`,
    ),
};
