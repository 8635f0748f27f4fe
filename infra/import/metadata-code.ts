import type { FieldEntry } from "../model/dapr/catalogue/entry.ts";
import { toBytes, toMilliseconds } from "../model/units.ts";
import { literal, text, type Code } from "./code.ts";

const template = /^\{(appID|podName|namespace|uuid)\}$/;

const boolCode = (value: string): Code | undefined => {
  if (/^(true|y|yes|t|on|1)$/i.test(value.trim())) return literal(true);
  return /^(false|n|no|f|off|0)$/i.test(value.trim()) ? literal(false) : undefined;
};

const numberCode = (value: string): Code | undefined =>
  /^-?\d+(\.\d+)?$/.test(value.trim()) && Number.isSafeInteger(Math.trunc(Number(value)))
    ? text(String(Number(value)))
    : undefined;

const spanCode = (value: string): Code | undefined =>
  Number.isNaN(toMilliseconds(value)) ? numberCode(value) : literal(value);

const bytesCode = (value: string): Code | undefined =>
  Number.isNaN(toBytes(value)) ? numberCode(value) : literal(value);

const choiceCode = (field: FieldEntry, value: string): Code | undefined => {
  const chosen = field.allowedValues?.find((allowed) => allowed.toLowerCase() === value.trim().toLowerCase());
  if (chosen === undefined) return undefined;
  return field.type === "number" ? text(chosen) : literal(chosen);
};

/**
 * A literal value in the type that the catalogue gives the field; undefined when it does not fit. The value of a secret
 * has no literal, but for what the sidecar fills in.
 */
export const metadataCode = (field: FieldEntry, value: string): Code | undefined => {
  if (field.sensitive) return template.test(value) ? literal(value) : undefined;
  if (field.allowedValues) return choiceCode(field, value);
  switch (field.type) {
    case "string":
      return literal(value);
    case "bool":
      return boolCode(value);
    case "number":
      return numberCode(value);
    case "duration":
      return spanCode(value);
    case "bytesize":
      return bytesCode(value);
  }
};
