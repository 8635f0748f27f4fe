import { createHash } from "node:crypto";
import type { Declarations, PropertyDeclarations, ValueType } from "./declarations.ts";
import type { Properties } from "../rpc/property-values.ts";

/** A UUID that is always the same for the same text. */
export const uuidOf = (text: string): string => {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const isIdentity =
  /^(principalId|clientId|tenantId|objectId|uniqueId|workspaceId|customerId|immutableId|.*Uuid|.*Urn)$/i;
const isTime = /(time|date|At)$/;

const plainText = (name: string, seed: string): string => {
  const short = uuidOf(seed).slice(0, 8);
  if (/provisioningState|^status$/i.test(name)) return "Succeeded";
  if (isIdentity.test(name)) return uuidOf(seed);
  if (/ipv?4?Address|^ip$/i.test(name)) return "203.0.113.10";
  if (/host|fqdn|domain|loginServer|serverUrl/i.test(name)) return `${short}.recorded.example.com`;
  if (/url|uri|endpoint/i.test(name)) return `https://${short}.recorded.example.com`;
  if (isTime.test(name)) return "2026-01-01T00:00:00Z";
  return `recorded-${short}`;
};

/**
 * A value of a declared type, always the same for the same place: what a server would answer, as far as its form goes.
 * What a server may leave out is left out.
 */
export const plausibleValue = (type: ValueType, types: Declarations["types"], name: string, seed: string): unknown => {
  if (type === "string" || type === "any") return plainText(name, seed);
  if (type === "number") return 1;
  if (type === "boolean") return false;
  if ("enum" in type) return type.enum[0];
  if ("list" in type) return [];
  if ("map" in type) return {};
  if ("ref" in type) return plausibleProperties(types[type.ref] ?? {}, types, seed);
  return plausibleValue(type.anyOf[0] ?? "any", types, name, seed);
};

/** A value for each property that a server always answers. */
export const plausibleProperties = (
  declared: PropertyDeclarations,
  types: Declarations["types"],
  seed: string,
): Properties =>
  Object.fromEntries(
    Object.entries(declared)
      .filter(([, { required }]) => required)
      .map(([name, { type }]) => [name, plausibleValue(type, types, name, `${seed}/${name}`)]),
  );
