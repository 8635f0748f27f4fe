import { podKinds, podOf } from "../pack/pods.ts";
import type { Rule } from "../pack/rule.ts";

export const podForbidsHostNamespaces: Rule = {
  name: "pod-forbids-host-namespaces",
  refuses: "A pod in its node's network, process or IPC namespace.",
  why: "It reaches what listens on the node's loopback, sees and signals its processes, and no NetworkPolicy holds it.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  severity: "critical",
  kinds: podKinds,
  check: (resource) => {
    const { path, spec } = podOf(resource);
    return ["hostNetwork", "hostPID", "hostIPC"]
      .filter((key) => spec[key] === true)
      .map((key) => ({ key: `${path}.${key}`, problem: "is true", remedy: "Remove it." }));
  },
};
