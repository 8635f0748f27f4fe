import { hasSidecar, isSet } from "../pack/dapr.ts";
import { podOf, servingKinds } from "../pack/pods.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const sidecarRequiresAppHealthCheck: Rule = {
  name: "sidecar-requires-app-health-check",
  refuses: "A sidecar that does not ask whether its app is well.",
  why: "It delivers events to an app that is down, uses up their retries, and so fills the dead letters.",
  source: "https://docs.dapr.io/operations/resiliency/health-checks/app-health/",
  severity: "medium",
  kinds: servingKinds,
  where: (resource) => hasSidecar(resource) && podOf(resource).annotations["dapr.io/app-port"] !== undefined,
  check: (resource) => {
    const pod = podOf(resource);
    return findingIf(
      !isSet(pod, "enable-app-health-check"),
      `${pod.annotationsPath}["dapr.io/enable-app-health-check"]`,
      'is not "true"',
      "Set it, and dapr.io/app-health-check-path to a route that says whether the app can handle events.",
    );
  },
};
