import { at, textOf } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

const label = "pod-security.kubernetes.io/enforce";

export const namespaceEnforcesPodSecurity: Rule = {
  name: "namespace-enforces-pod-security",
  refuses: "A namespace that does not enforce the Pod Security Standard restricted.",
  why: "What no policy pack saw, such as a chart's pods, is refused by the API server itself.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-admission/",
  severity: "high",
  kinds: ["core/Namespace"],
  check: ({ props }) => {
    const level = textOf(at(props, "metadata", "labels", label));
    return findingIf(
      level !== "restricted",
      `metadata.labels["${label}"]`,
      level === "" ? "is not set" : `is ${level}`,
      "Set it to restricted.",
    );
  },
};
