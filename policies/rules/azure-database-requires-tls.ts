import { textOf } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

/** Parameters that weaken TLS, and the values that do. */
const refused: Readonly<Record<string, RegExp>> = {
  require_secure_transport: /^off$/i,
  ssl_min_protocol_version: /^TLSv1(\.1)?$/i,
};

export const azureDatabaseRequiresTls: Rule = {
  name: "azure-database-requires-tls",
  refuses: "A database server of Azure that takes connections without TLS, or with an old one.",
  why: "Passwords and data travel readable.",
  source: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-ssl-tls",
  severity: "high",
  kinds: ["azure-native:dbforpostgresql:Configuration", "azure-native:dbformysql:Configuration"],
  where: ({ props }) => Object.hasOwn(refused, textOf(props["configurationName"])),
  check: ({ props }) => {
    const [name, value] = [textOf(props["configurationName"]), textOf(props["value"])];
    return findingIf(
      refused[name]?.test(value) === true,
      "value",
      `sets ${name} to ${value}`,
      "Remove the parameter: the server's default asks for TLS 1.2.",
    );
  },
};
