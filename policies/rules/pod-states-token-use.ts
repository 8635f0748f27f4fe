import { textOf, unknownValue } from "../pack/fields.ts";
import { podKinds, podOf } from "../pack/pods.ts";
import { findingIf, type Finding, type Rule } from "../pack/rule.ts";

export const podStatesTokenUse: Rule = {
  name: "pod-states-token-use",
  refuses: "A pod that is given a token of the API server unasked, or that of the default service account.",
  why: "The token is mounted into every pod by default, and is the first thing that an intruder looks for.",
  source:
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting",
  severity: "medium",
  kinds: podKinds,
  check: (resource): readonly Finding[] => {
    const { path, spec } = podOf(resource);
    const isMounted = spec["automountServiceAccountToken"];
    const account = spec["serviceAccountName"];
    const isDefault = account !== unknownValue && ["", "default"].includes(textOf(account));
    return [
      ...findingIf(
        isMounted === undefined,
        `${path}.automountServiceAccountToken`,
        "is not set, which means true",
        "Set it to false, or to true with a service account of the pod's own.",
      ),
      ...findingIf(
        isMounted === true && isDefault,
        `${path}.serviceAccountName`,
        "is not set, and the token of default is mounted",
        "Name a service account of the pod's own.",
      ),
    ];
  },
};
