import { containerRule } from "../pack/container-rule.ts";
import { at, differs } from "../pack/fields.ts";
import { findingIf } from "../pack/rule.ts";

export const podForbidsPrivilegeEscalation = containerRule(
  {
    name: "pod-forbids-privilege-escalation",
    refuses: "A container whose processes may gain more rights than they began with.",
    why: "A setuid program of its image then makes root of whoever gets in.",
    source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
    severity: "high",
  },
  ({ path, fields }) =>
    findingIf(
      differs(at(fields, "securityContext", "allowPrivilegeEscalation"), false),
      `${path}.securityContext.allowPrivilegeEscalation`,
      "is not false",
      "Set it to false.",
    ),
);
