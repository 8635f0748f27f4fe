import { differs } from "../pack/fields.ts";
import { isOfChart, releaseKinds, valueOf } from "../pack/releases.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const daprReleaseRequiresInjection: Rule = {
  name: "dapr-release-requires-injection",
  refuses: "A control plane of Dapr that lets pods start without their sidecar.",
  why: "While the injector does not answer, new pods of apps would run without access control, tokens and pub/sub.",
  source: "https://github.com/dapr/dapr/blob/master/charts/dapr/README.md",
  severity: "medium",
  kinds: releaseKinds,
  where: (resource) => isOfChart(resource, "dapr"),
  check: (resource) =>
    findingIf(
      differs(valueOf(resource, "dapr_sidecar_injector", "webhookFailurePolicy"), "Fail"),
      "values.dapr_sidecar_injector.webhookFailurePolicy",
      "is not Fail",
      "Set it to Fail, with an objectSelector so that only apps wait for the injector.",
    ),
};
