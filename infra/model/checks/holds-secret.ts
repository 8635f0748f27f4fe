import type { FieldEntry } from "../dapr/catalogue/entry.ts";

/** Fields that hold more than a secret: addresses and connection strings, which may do without one. */
const address = /connectionstring|url|uri|host|endpoint|address|brokers|server/i;

/** A user with a password in a URL, or a key with a secret word in a connection string. */
const inlineSecret =
  /:\/\/[^/\s:@]*:[^/\s@]+@|(password|pwd|passwd|accountkey|sharedaccesskey|accesskey|secret|sig|token)\s*=\s*[^\s;&]+/i;

/** Whether a literal of a secret field gives a secret away. */
export const holdsSecret = (field: FieldEntry, literal: string): boolean => {
  if (!field.sensitive || literal.trim() === "") return false;
  return address.test(field.name) ? inlineSecret.test(literal) : true;
};
