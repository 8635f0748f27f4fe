import { isOfChart, releaseKinds, valueOf } from "../pack/releases.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const daprReleaseRequiresMtls: Rule = {
  name: "dapr-release-requires-mtls",
  refuses: "A control plane of Dapr without mTLS.",
  why: "Without it nobody knows who calls: access control, scopes and encryption between apps end.",
  source: "https://docs.dapr.io/operations/security/mtls/",
  severity: "critical",
  kinds: releaseKinds,
  where: (resource) => isOfChart(resource, "dapr"),
  check: (resource) =>
    findingIf(
      valueOf(resource, "global", "mtls", "enabled") === false,
      "values.global.mtls.enabled",
      "is false",
      "Set it to true.",
    ),
};
