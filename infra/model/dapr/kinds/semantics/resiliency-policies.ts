import { error, warning } from "../../../checks/error.ts";
import type { Problem } from "../../../problems.ts";
import { checkCel } from "../cel/check-cel.ts";
import { isPlaceholder, membersAt, objectAt, textAt, valueAt, type PlainObject } from "../plain-value.ts";
import { fieldPath, shown } from "../problem-path.ts";
import { builtInRetries, protectedRetry } from "./reserved-policies.ts";

/** Variables of a trip expression. Source: dapr pkg/resiliency/breaker/circuitbreaker.go. */
const counts = ["requests", "totalSuccesses", "totalFailures", "consecutiveSuccesses", "consecutiveFailures"];

const codeRanges = { httpStatusCodes: [100, 599], gRPCStatusCodes: [0, 16] } as const;

/** dapr pkg/resiliency/retry.go, compilePattern: codes and ranges, joined by commas, without blanks. */
const isCodePattern = (pattern: string, [lowest, highest]: readonly [number, number]): boolean => {
  const codes = pattern.split("-");
  if (codes.length > 2 || !codes.every((code) => /^[+-]?\d+$/.test(code))) return false;
  const [start = Number.NaN, end = start] = codes.map(Number);
  return start >= lowest && end <= highest && start <= end;
};

const checkMatching = (retry: PlainObject, path: string): Problem[] =>
  Object.entries(codeRanges).flatMap(([field, range]) => {
    const text = textAt(retry, "matching", field);
    if (text === undefined || isPlaceholder(text)) return [];
    const wrong = text.split(",").filter((pattern) => pattern !== "" && !isCodePattern(pattern, range));
    if (wrong.length === 0) return [];
    const message = `"${shown(wrong[0])}" is no status code and no range of them between ${range.join(" and ")}; the whole Resiliency is left out`;
    const example = field === "httpStatusCodes" ? '"429,500-599"' : '"1-3,14"';
    return [error("TP0652", `${path}.matching.${field}`, shown(text), message, `Write ${example}, without blanks.`)];
  });

const checkRetryCount = (name: string, retry: PlainObject, path: string): Problem[] => {
  const count = valueAt(retry, "maxRetries");
  const at = fieldPath(path, "maxRetries");
  if (name === protectedRetry)
    return [warning("TP0658", path, shown(name), "daprd keeps its own policy under this name", "Remove it.")];
  if (typeof count !== "number") return [];
  if (count < -1)
    return [warning("TP0657", at, count, "anything below zero means no end", "Write -1 if no end is meant.")];
  const few = builtInRetries.includes(name) && count < 3;
  return few ? [warning("TP0658", at, count, `daprd raises the retries of ${name} to 3`, "Write 3 or more.")] : [];
};

const checkPauses = (retry: PlainObject, path: string): Problem[] => {
  const exponential = textAt(retry, "policy")?.toLowerCase() === "exponential";
  const field = exponential ? "duration" : "maxInterval";
  const value = valueAt(retry, field);
  if (value === undefined || value === null) return [];
  const message = exponential
    ? "the exponential policy starts at 500ms, whatever the duration"
    : "the constant policy has no longest pause";
  const remedy = exponential ? "Write maxInterval for the longest pause." : "Write duration for the pause.";
  return [warning("TP0654", fieldPath(path, field), shown(value), message, remedy)];
};

const checkBreaker = (breaker: PlainObject, path: string): Problem[] => {
  const requests = valueAt(breaker, "maxRequests");
  const trip = textAt(breaker, "trip");
  return [
    ...(typeof requests === "number" && requests < 0
      ? [
          error(
            "TP0657",
            fieldPath(path, "maxRequests"),
            requests,
            "a number of requests is not negative",
            "Write 1 or more.",
          ),
        ]
      : []),
    ...(trip === undefined || trip === "" ? [] : checkCel(trip, counts, fieldPath(path, "trip"))),
  ];
};

/** The policies of a Resiliency. Source: dapr pkg/resiliency/resiliency.go, decodePolicies; kit retry/retry.go. */
export const checkPolicies = (document: PlainObject, path: string): Problem[] => {
  const at = `${fieldPath(path, "spec")}.policies`;
  const policies = objectAt(document, "spec", "policies");
  return [
    ...membersAt(policies, "retries").flatMap(([name, retry]) => {
      const place = fieldPath(`${at}.retries`, name);
      return [...checkMatching(retry, place), ...checkRetryCount(name, retry, place), ...checkPauses(retry, place)];
    }),
    ...membersAt(policies, "circuitBreakers").flatMap(([name, breaker]) =>
      checkBreaker(breaker, fieldPath(`${at}.circuitBreakers`, name)),
    ),
  ];
};
