import { hasSidecar } from "../pack/dapr.ts";
import { textOf } from "../pack/fields.ts";
import { podOf, servingKinds } from "../pack/pods.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { beside, nameOf } from "../pack/stack.ts";

export const sidecarRequiresConfiguration: Rule = {
  name: "sidecar-requires-configuration",
  refuses: "A sidecar without a Configuration, or with one that is not there.",
  why: "Without one there is no access control, secret scope or tracing; one that is missing ends the sidecar.",
  source: "https://docs.dapr.io/operations/configuration/configuration-overview/",
  severity: "high",
  kinds: servingKinds,
  where: hasSidecar,
  needsStack: true,
  check: (resource, { stack }) => {
    const { annotations, annotationsPath } = podOf(resource);
    const name = textOf(annotations["dapr.io/config"]);
    return findingIf(
      !beside(resource, stack, "dapr.io/Configuration").some((configuration) => nameOf(configuration) === name),
      `${annotationsPath}["dapr.io/config"]`,
      name === "" ? "is not set" : `is ${name}, and the namespace has no such Configuration`,
      "Name a Configuration of the pod's own namespace.",
    );
  },
};
