import { error } from "../../checks/error.ts";
import type { Problem } from "../../problems.ts";
import { at, has, isType, literal, type Rule, type RuleInput } from "./rule.ts";

/** Source: components-contrib state/mongodb/mongodb.go. */
const mongodb: Rule = (input) => {
  if (!isType(input, "state.mongodb") || has(input, "connectionString")) return [];
  const [host, server] = [has(input, "host"), has(input, "server")];
  if (host !== server) return [];
  return [
    host
      ? error("TP0819", at(input, "server"), "server", "excludes host", "Keep one of host and server.")
      : error(
          "TP0819",
          `${input.path}.metadata`,
          input.entry.type,
          "says nothing about the database to connect to",
          "Add connectionString as secretKeyRef, host, or server.",
        ),
  ];
};

/** Source: components-contrib middleware/http/ratelimit/ratelimit_middleware.go. */
const rateLimit = (input: RuleInput): Problem[] => {
  const limit = isType(input, "middleware.http.ratelimit") ? literal(input, "maxRequestsPerSecond") : undefined;
  return limit === undefined || !(Number(limit) <= 0)
    ? []
    : [error("TP0821", at(input, "maxRequestsPerSecond"), limit, "is not above 0", "Write a number above 0.")];
};

/** Rules of single types. */
export const otherRules: Rule = (input) => [...mongodb(input), ...rateLimit(input)];
