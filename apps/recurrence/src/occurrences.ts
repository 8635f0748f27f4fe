import { RRuleTemporal } from "rrule-temporal";
import { partsOf, partsProblem } from "./rule-parts.ts";

/** A series: `start` is the moment (RFC 3339) at which the current task is due. */
export interface Series {
  /** Value of an RRULE of RFC 5545. */
  readonly rule: string;
  readonly start: string;
  /** IANA name of the time zone whose clock the series follows. */
  readonly timeZone: string;
}

/** What {@link occurrencesAfter} takes. */
export interface OccurrencesQuery extends Series {
  /** Only occurrences after this moment (RFC 3339). */
  readonly after: string;
  /** At most so many. */
  readonly count: number;
}

/**
 * How many days, weeks, months or years without an occurrence end a series: ten years and more, beyond the longest time
 * between two 29ths of February. A rule such as BYMONTH=2;BYMONTHDAY=30 would be searched for ever.
 */
const patience: Readonly<Record<string, number>> = { DAILY: 4000, WEEKLY: 600, MONTHLY: 150, YEARLY: 50 };
/** How many moments the search for one occurrence may look at. */
const maxCandidates = 50_000;
/** RFC 3339 writes no moment after this. */
const lastMoment = Date.UTC(9999, 11, 31);

/** COUNT is left out: it counts tasks, the current one included, whether or not that one fits the rule. */
const uncounted = (parts: ReadonlyMap<string, string>): string =>
  [...parts].flatMap(([name, value]) => (name === "COUNT" ? [] : [`${name}=${value}`])).join(";");

/** @throws Error when parts of the rule do not go together */
export function createSeries({ rule, start, timeZone }: Series): (after: Date) => Date | undefined {
  const parts = partsOf(rule);
  const series = new RRuleTemporal({
    rruleString: `RRULE:${uncounted(parts)}`,
    // An instant with its zone, as Temporal reads it: so an hour that exists twice is no question.
    dtstart: { timeZoneId: timeZone, toString: () => `${new Date(start).toISOString()}[${timeZone}]` },
    strict: true,
    cache: false,
    maxIterations: patience[parts.get("FREQ") ?? ""] ?? 1,
    maxCandidateEvaluations: maxCandidates,
  });
  return (after) => {
    try {
      const next = series.next(after)?.epochMilliseconds;
      return next === undefined || next > lastMoment ? undefined : new Date(next);
    } catch (error) {
      // The search was given up, or left the calendar.
      if (error instanceof RangeError || (error instanceof Error && error.message.startsWith("Maximum "))) return;
      throw error;
    }
  };
}

/**
 * Occurrences of a series after `start` and after `after`, the earliest first, as RFC 3339 in UTC. The clock of the
 * series is the time zone's: 9:00 stays 9:00 when summer time begins. As RFC 5545 has it, a day or a time that does not
 * exist has no occurrence (the 31st of April; 2:30 on the day that leaves that hour out), so the series keeps its day and
 * time; a time that exists twice means the first. COUNT counts the current task.
 * @throws Error for a rule that checkRecurrence refuses
 */
export function occurrencesAfter({ rule, start, timeZone, after, count }: OccurrencesQuery): string[] {
  const problem = partsProblem(rule);
  if (problem) throw new Error(problem);
  const from = Date.parse(after);
  const left = partsOf(rule).get("COUNT");
  const next = createSeries({ rule, start, timeZone });
  // Those of a counted series have to be counted from its start.
  let at: Date | undefined = new Date(left ? start : Math.max(from, Date.parse(start)));
  const found: string[] = [];
  for (let number = 1; found.length < count && number < Number(left ?? Infinity); number++) {
    at = next(at);
    if (!at) break;
    if (at.getTime() > from) found.push(at.toISOString());
  }
  return found;
}

/**
 * When the task that follows one due at `dueAt` is due, as RFC 3339 in UTC: the first occurrence after it, also when that
 * is past already. Undefined when the series has ended.
 * @throws Error for a rule that checkRecurrence refuses
 */
export const nextOccurrence = (series: { rule: string; dueAt: string; timeZone: string }): string | undefined =>
  occurrencesAfter({ ...series, start: series.dueAt, after: series.dueAt, count: 1 })[0];
