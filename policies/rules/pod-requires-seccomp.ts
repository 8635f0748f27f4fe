import { containerRule, securitySetting } from "../pack/container-rule.ts";
import { textOf, unknownValue } from "../pack/fields.ts";
import { findingIf } from "../pack/rule.ts";

export const podRequiresSeccomp = containerRule(
  {
    name: "pod-requires-seccomp",
    refuses: "A container that may use every call of the kernel.",
    why: "Most escapes from containers go through calls that no app needs.",
    source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
    severity: "medium",
  },
  (container, pod) => {
    const type = securitySetting(container, pod, "seccompProfile", "type");
    return findingIf(
      type !== unknownValue && !["RuntimeDefault", "Localhost"].includes(textOf(type)),
      `${container.path}.securityContext.seccompProfile.type`,
      "is not RuntimeDefault, nor is the pod's",
      "Set it to RuntimeDefault in the pod's securityContext.",
    );
  },
);
