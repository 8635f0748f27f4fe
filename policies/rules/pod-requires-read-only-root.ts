import { containerRule } from "../pack/container-rule.ts";
import { at, differs } from "../pack/fields.ts";
import { findingIf } from "../pack/rule.ts";

export const podRequiresReadOnlyRoot = containerRule(
  {
    name: "pod-requires-read-only-root",
    refuses: "A container that can change its own programs.",
    why: "Whoever gets in can stay; and what an app writes there is lost and fills the node's disk.",
    source: "https://kubernetes.io/docs/concepts/security/security-checklist/#pod-security",
    severity: "medium",
  },
  ({ path, fields }) =>
    findingIf(
      differs(at(fields, "securityContext", "readOnlyRootFilesystem"), true),
      `${path}.securityContext.readOnlyRootFilesystem`,
      "is not true",
      "Set it to true, and mount an emptyDir where the app writes.",
    ),
);
