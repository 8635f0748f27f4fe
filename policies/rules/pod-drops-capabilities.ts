import { containerRule } from "../pack/container-rule.ts";
import { at, itemsOf } from "../pack/fields.ts";

/** The one capability that the standard lets a container add. */
const allowed = "NET_BIND_SERVICE";

export const podDropsCapabilities = containerRule(
  {
    name: "pod-drops-capabilities",
    refuses: "A container with capabilities of the kernel that it need not have.",
    why: "The runtime gives fourteen of them to each container, some of which are half of root.",
    source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
    severity: "high",
  },
  ({ path, fields }) => {
    const capabilities = at(fields, "securityContext", "capabilities");
    const key = `${path}.securityContext.capabilities`;
    const drops = itemsOf(at(capabilities, "drop")).includes("ALL");
    const added = itemsOf(at(capabilities, "add")).filter((name) => name !== allowed);
    return [
      ...(drops ? [] : [{ key: `${key}.drop`, problem: "does not have ALL", remedy: 'Set it to ["ALL"].' }]),
      ...(added.length === 0
        ? []
        : [{ key: `${key}.add`, problem: `has ${added.join(", ")}`, remedy: `Add ${allowed} at most.` }]),
    ];
  },
);
