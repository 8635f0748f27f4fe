import { error } from "../../checks/error.ts";
import type { Problem } from "../../problems.ts";
import { at, literal, isType, type Rule, type RuleInput } from "./rule.ts";

/** Source: dapr pkg/runtime/processor/binding/binding.go. */
const direction = (input: RuleInput): Problem[] => {
  const { binding } = input.entry;
  const value = literal(input, "direction");
  if (binding === undefined || value === undefined) return [];
  const able = [...(binding.input ? ["input"] : []), ...(binding.output ? ["output"] : [])];
  const words = value.split(",").map((word) => word.trim().toLowerCase());
  const wrong = words.filter((word) => !able.includes(word));
  return wrong.length === 0
    ? []
    : [
        error(
          "TP0816",
          at(input, "direction"),
          value,
          `is no direction of ${input.entry.type}: ${wrong.map((word) => `"${word}"`).join(", ")}`,
          `Write "${able.join(", ")}".`,
        ),
      ];
};

/** Source: components-contrib bindings/http/http.go. */
const httpAddress = (input: RuleInput): Problem[] => {
  const url = isType(input, "bindings.http") ? literal(input, "url") : undefined;
  return url === undefined || /^https?:\/\//i.test(url)
    ? []
    : [error("TP0822", at(input, "url"), url, "is no HTTP address", 'Write it with "https://" or "http://".')];
};

/** Rules of every binding. */
export const bindingRules: Rule = (input) =>
  input.entry.type.startsWith("bindings.") ? [...direction(input), ...httpAddress(input)] : [];
