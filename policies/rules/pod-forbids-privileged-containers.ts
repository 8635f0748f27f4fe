import { containerRule } from "../pack/container-rule.ts";
import { at } from "../pack/fields.ts";
import { findingIf } from "../pack/rule.ts";

export const podForbidsPrivilegedContainers = containerRule(
  {
    name: "pod-forbids-privileged-containers",
    refuses: "A privileged container.",
    why: "It is root of its node, and so of every pod and secret there.",
    source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
    severity: "critical",
  },
  ({ path, fields }) =>
    findingIf(
      at(fields, "securityContext", "privileged") === true,
      `${path}.securityContext.privileged`,
      "is true",
      "Remove it, and add the one capability that is needed.",
    ),
);
