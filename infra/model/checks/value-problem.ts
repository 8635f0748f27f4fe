import type { FieldEntry } from "../dapr/catalogue/entry.ts";
import { isGoDuration } from "../dapr/kinds/go-duration.ts";

/** What Go's time.ParseDuration takes, or whole seconds. Source: dapr/kit metadata/duration.go. */
const isDuration = (value: string): boolean => isGoDuration(value) || /^[+-]?\d+$/.test(value);

/** Go's strconv with base 10, as mapstructure uses it (base 0 for integers: prefixes and underscores too). */
const integer = /^[+-]?(0[xX][\da-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+|\d[\d_]*)$/;
const number = /^[+-]?(\d[\d_]*(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** A Kubernetes quantity. Source: dapr/kit metadata/bytesize_decoder.go. */
const bytes = /^[+-]?(\d+(\.\d*)?|\.\d+)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?$/;

/** Everything that is not true is false to daprd, without a word; these are meant. Source: dapr/kit strings. */
const truth = ["true", "false", "yes", "no", "y", "n", "t", "f", "on", "off", "1", "0"];

/** Why a literal is no value of its field's type, and what would be one; undefined when it is one. */
export const valueProblem = (field: FieldEntry, text: string): { message: string; remedy: string } | undefined => {
  const value = text.trim();
  if (value === "") return undefined;
  switch (field.type) {
    case "number":
      if (field.integer === true ? integer.test(value) : integer.test(value) || number.test(value)) return undefined;
      return field.integer === true
        ? { message: "is no whole number", remedy: 'Write digits only, such as "10".' }
        : { message: "is no number", remedy: 'Write a number, such as "10" or "0.5".' };
    case "bool":
      return truth.includes(value.toLowerCase())
        ? undefined
        : { message: "is no boolean; daprd would read it as false", remedy: 'Write "true" or "false".' };
    case "duration":
      return isDuration(value)
        ? undefined
        : {
            message: "is no duration",
            remedy: 'Write a number with its unit, such as "500ms", "30s", "5m" or "1h30m".',
          };
    case "bytesize":
      return bytes.test(value)
        ? undefined
        : { message: "is no amount of bytes", remedy: 'Write a number of bytes or one with its unit, such as "4Mi".' };
    case "string":
      return undefined;
  }
};
