import { Problem } from "@todo-platform/service-kit";
import type { ProblemDetail } from "@todo-platform/service-kit";

/** Fields of a request that hold a moment. */
const fieldNames = ["due_at", "remind_at", "due_before", "after", "until"] as const;

type Moments = { readonly [Name in (typeof fieldNames)[number]]?: string | null | undefined };

/**
 * The fields with every moment in UTC.
 * @throws Problem 400 when one falls out of the years 1 to 9999 there, which no subscriber could read
 */
export function withNormalMoments<Fields extends Moments>(fields: Fields): Fields {
  const problems: ProblemDetail[] = [];
  const normal: Record<string, string> = {};
  for (const name of fieldNames) {
    const value = fields[name];
    if (value === undefined || value === null) continue;
    const moment = new Date(value);
    const year = moment.getUTCFullYear();
    if (year >= 1 && year <= 9999) normal[name] = moment.toISOString();
    else problems.push({ pointer: `/${name}`, detail: "Out of the years 1 to 9999" });
  }
  if (problems.length > 0) throw new Problem(400, "The request is not valid.", problems);
  return { ...fields, ...normal };
}
