import { at, isEmpty } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const ingressRequiresTls: Rule = {
  name: "ingress-requires-tls",
  refuses: "An Ingress without TLS.",
  why: "Passwords and sessions of all users travel readable.",
  source: "https://kubernetes.io/docs/concepts/services-networking/ingress/#tls",
  severity: "critical",
  kinds: ["networking.k8s.io/Ingress"],
  check: ({ props }) =>
    findingIf(
      isEmpty(at(props, "spec", "tls")),
      "spec.tls",
      "is empty",
      "Name the hosts and their certificate's Secret.",
    ),
};
