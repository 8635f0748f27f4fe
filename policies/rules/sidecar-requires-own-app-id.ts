import { appIdOf, hasSidecar } from "../pack/dapr.ts";
import { podOf, servingKinds } from "../pack/pods.ts";
import { titleOf } from "../pack/resource.ts";
import type { Rule } from "../pack/rule.ts";
import { beside } from "../pack/stack.ts";

export const sidecarRequiresOwnAppId: Rule = {
  name: "sidecar-requires-own-app-id",
  refuses: "Two workloads with one app id.",
  why: "Calls, events and actors of one app go to the other half of the time, and they share tokens, state and groups.",
  source:
    "https://docs.dapr.io/developing-applications/building-blocks/service-invocation/service-invocation-namespaces/",
  severity: "critical",
  kinds: servingKinds,
  where: hasSidecar,
  needsStack: true,
  check: (resource, { stack }) =>
    beside(resource, stack, ...servingKinds)
      .filter((other) => other.urn !== resource.urn && hasSidecar(other) && appIdOf(other) === appIdOf(resource))
      .map((other) => ({
        key: `${podOf(resource).annotationsPath}["dapr.io/app-id"]`,
        problem: `is ${appIdOf(resource)}, as that of ${titleOf(other)}`,
        remedy: "Give each app an id of its own.",
      })),
};
