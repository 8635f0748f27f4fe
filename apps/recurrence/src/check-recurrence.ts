import { createSeries } from "./occurrences.ts";
import { partsOf, partsProblem } from "./rule-parts.ts";

/** The beginning of a leap year, so that every day of the calendar comes soon. */
const sample = { start: "2024-01-01T00:00:00Z", timeZone: "UTC" };

const endless = (rule: string): string =>
  [...partsOf(rule)].flatMap(([name, value]) => (name === "UNTIL" ? [] : [`${name}=${value}`])).join(";");

/**
 * What is wrong with a recurrence rule, with the remedy; undefined for a good one.
 * @param rule value of an RRULE of RFC 5545, such as `FREQ=WEEKLY;BYDAY=MO,TH`
 * @param series the task that shall have it; without it a rule that never fits just this task is not found
 */
export function checkRecurrence(rule: string, series?: { dueAt: string; timeZone: string }): string | undefined {
  const problem = partsProblem(rule);
  if (problem) return problem;
  const { start, timeZone } = series ? { start: series.dueAt, timeZone: series.timeZone } : sample;
  try {
    const first = createSeries({ rule: endless(rule), start, timeZone })(new Date(start));
    if (first) return undefined;
    return "It never comes, or not within ten years. Name a day that exists: there is no BYMONTH=2;BYMONTHDAY=30.";
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `Its parts do not go together: ${reason}. Leave one of them out or take another FREQ.`;
  }
}
