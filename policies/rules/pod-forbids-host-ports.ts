import { containerRule } from "../pack/container-rule.ts";
import { at, itemsOf } from "../pack/fields.ts";
import { findingIf } from "../pack/rule.ts";

export const podForbidsHostPorts = containerRule(
  {
    name: "pod-forbids-host-ports",
    refuses: "A container that takes a port of its node.",
    why: "The port answers on the node's address past Services and most NetworkPolicies, and one pod a node fits.",
    source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
    severity: "high",
  },
  ({ path, fields }) =>
    itemsOf(fields["ports"]).flatMap((port, index) =>
      findingIf(
        Number(at(port, "hostPort") ?? 0) > 0,
        `${path}.ports[${index}].hostPort`,
        `is ${String(at(port, "hostPort"))}`,
        "Remove it, and reach the pod by a Service.",
      ),
    ),
);
