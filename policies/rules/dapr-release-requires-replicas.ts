import { differs } from "../pack/fields.ts";
import { isOfChart, releaseKinds, valueOf } from "../pack/releases.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const daprReleaseRequiresReplicas: Rule = {
  name: "dapr-release-requires-replicas",
  refuses: "A control plane of Dapr that runs once only.",
  why: "While a node is upgraded no pod gets its sidecar, no certificate is renewed and no actor is placed.",
  source:
    "https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/#enabling-high-availability-in-an-existing-dapr-deployment",
  severity: "high",
  kinds: releaseKinds,
  where: (resource) => isOfChart(resource, "dapr"),
  check: (resource) =>
    findingIf(
      differs(valueOf(resource, "global", "ha", "enabled"), true),
      "values.global.ha.enabled",
      "is not true",
      "Set it to true: each part then has three replicas.",
    ),
};
