import { at, itemsOf } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const gatewayRequiresTls: Rule = {
  name: "gateway-requires-tls",
  refuses: "A Gateway that listens without TLS only.",
  why: "Passwords and sessions of all users travel readable.",
  source: "https://gateway-api.sigs.k8s.io/guides/tls/",
  severity: "critical",
  kinds: ["gateway.networking.k8s.io/Gateway"],
  check: ({ props }) =>
    findingIf(
      !itemsOf(at(props, "spec", "listeners")).some((listener) =>
        ["HTTPS", "TLS"].includes(String(at(listener, "protocol"))),
      ),
      "spec.listeners",
      "has no listener with TLS",
      "Add one with protocol HTTPS and a certificate, and send HTTP there.",
    ),
};
