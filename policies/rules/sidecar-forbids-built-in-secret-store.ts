import { hasSidecar, isSet } from "../pack/dapr.ts";
import { podOf, servingKinds } from "../pack/pods.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const sidecarForbidsBuiltInSecretStore: Rule = {
  name: "sidecar-forbids-built-in-secret-store",
  refuses: "A sidecar with the secret store that Dapr adds by itself.",
  why: "That store has no scopes: it gives the app every Secret that its service account may read.",
  source: "https://docs.dapr.io/reference/components-reference/supported-secret-stores/kubernetes-secret-store/",
  severity: "medium",
  kinds: servingKinds,
  where: hasSidecar,
  check: (resource) => {
    const pod = podOf(resource);
    return findingIf(
      !isSet(pod, "disable-builtin-k8s-secret-store"),
      `${pod.annotationsPath}["dapr.io/disable-builtin-k8s-secret-store"]`,
      'is not "true"',
      "Set it, and make a component secretstores.kubernetes with scopes.",
    );
  },
};
