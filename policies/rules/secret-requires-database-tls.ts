import { at, fieldsOf, textOf } from "../pack/fields.ts";
import { findingIf, type Finding, type Rule } from "../pack/rule.ts";

/** Addresses of servers, and whether they ask for TLS. */
const isReadable = (text: string): boolean => {
  const [address = ""] = /(postgres(ql)?|mysql|mongodb(\+srv)?|redis|amqp):\/\/[^\s"']+/.exec(text) ?? [];
  if (/^postgres/.test(address)) return !/[?&]sslmode=(require|verify-ca|verify-full)\b/.test(address);
  if (/^mongodb:/.test(address)) return !/[?&](tls|ssl)=true\b/.test(address);
  if (/^mysql/.test(address)) return !/[?&](tls|ssl-mode|sslmode)=/.test(address);
  return /^(redis|amqp):/.test(address);
};

export const secretRequiresDatabaseTls: Rule = {
  name: "secret-requires-database-tls",
  refuses: "An address of a database or broker, in a Secret, that does not ask for TLS.",
  why: "The password in it, and everything after it, travels readable through the cluster's network.",
  source: "https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-SSLMODE-STATEMENTS",
  severity: "high",
  kinds: ["core/Secret"],
  check: ({ props }): readonly Finding[] => [
    ...Object.entries(fieldsOf(props["stringData"])).flatMap(([key, value]) =>
      finding("stringData", key, textOf(value)),
    ),
    ...Object.entries(fieldsOf(at(props, "data"))).flatMap(([key, value]) =>
      finding("data", key, Buffer.from(textOf(value), "base64").toString()),
    ),
  ],
};

const finding = (list: string, key: string, text: string): readonly Finding[] =>
  findingIf(
    isReadable(text),
    `${list}["${key}"]`,
    "is an address without TLS",
    "Add sslmode=verify-full (PostgreSQL) or tls=true (MongoDB), or use rediss:// or amqps://.",
  );
