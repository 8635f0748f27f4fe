import { metadataOf } from "../pack/dapr.ts";
import { textOf } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

/** Metadata by which a component gives up TLS or the check of the server's certificate, and the value that does so. */
const refused: Readonly<Record<string, RegExp>> = {
  disabletls: /^(true|1|yes|y|on|t)$/i,
  skipverify: /^(true|1|yes|y|on|t)$/i,
  insecureskipverify: /^(true|1|yes|y|on|t)$/i,
  tlsskipverify: /^(true|1|yes|y|on|t)$/i,
  "securitytoken-insecure": /^(true|1|yes|y|on|t)$/i,
  enabletls: /^(false|0|no|n|off|f)$/i,
  tlsenable: /^(false|0|no|n|off|f)$/i,
};

export const componentRequiresVerifiedTls: Rule = {
  name: "component-requires-verified-tls",
  refuses: "A Dapr component that gives up TLS, or does not check the server's certificate.",
  why: "Passwords and data travel readable, or to whoever claims to be the server.",
  source:
    "https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-apache-kafka/#communication-using-tls",
  severity: "high",
  kinds: ["dapr.io/Component"],
  check: (resource) =>
    metadataOf(resource)
      .filter(({ name, value }) => refused[name.toLowerCase()]?.test(textOf(value)))
      .map(({ path, name, value }) => ({
        key: `${path}.value`,
        problem: `sets ${name} to ${textOf(value)}`,
        remedy: "Use TLS, and give the component the certificate of the authority that signed the server's.",
      })),
};
