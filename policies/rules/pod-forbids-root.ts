import { containerRule, securitySetting } from "../pack/container-rule.ts";
import { differs } from "../pack/fields.ts";

export const podForbidsRoot = containerRule(
  {
    name: "pod-forbids-root",
    refuses: "A container that runs, or may run, as root.",
    why: "Root in a container is root of the node after the first flaw of the kernel or the runtime.",
    source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
    severity: "high",
  },
  (container, pod) => [
    ...(differs(securitySetting(container, pod, "runAsNonRoot"), true)
      ? [
          {
            key: `${container.path}.securityContext.runAsNonRoot`,
            problem: "is not true, nor is the pod's",
            remedy: "Set it to true in the pod's securityContext.",
          },
        ]
      : []),
    ...(securitySetting(container, pod, "runAsUser") === 0
      ? [
          {
            key: `${container.path}.securityContext.runAsUser`,
            problem: "is 0, here or in the pod",
            remedy: "Use another number.",
          },
        ]
      : []),
  ],
);
