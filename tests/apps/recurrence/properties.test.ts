import { checkRecurrence, nextOccurrence, occurrencesAfter, remainingRecurrence } from "@todo-platform/recurrence";
import fc from "fast-check";
import { expect, test } from "vitest";

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"];
const zone = fc.constantFrom(...zones);
const start = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const weekdays = fc.subarray(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], { minLength: 1 });
const interval = fc.integer({ min: 1, max: 12 });

/** Rules as users choose them. */
const usualRule = fc.oneof(
  interval.map((every) => `FREQ=DAILY;INTERVAL=${every}`),
  fc.tuple(interval, weekdays).map(([every, days]) => `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${days.join(",")}`),
  fc
    .tuple(interval, fc.integer({ min: 1, max: 28 }))
    .map(([every, day]) => `FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=${day}`),
  fc.tuple(fc.constantFrom(-1, 1, 2, 3, 4), weekdays).map(([nth, [day]]) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
  fc.constantFrom("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"),
);

/** The clock in a zone, by the runtime's own table of zones. */
const clock = (moment: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en", { timeZone, timeStyle: "medium", hourCycle: "h23" }).format(new Date(moment));

test("occurrences of any usual rule rise, and show the same clock as the first task", () => {
  fc.assert(
    fc.property(usualRule, start, zone, (rule, first, timeZone) => {
      const found = occurrencesAfter({ rule, start: first, timeZone, after: first, count: 5 });
      expect(found.length).toBeGreaterThan(0);
      expect([first, ...found].toSorted()).toEqual([first, ...new Set(found)]);
      expect(found.map((moment) => clock(moment, timeZone))).toEqual(found.map(() => clock(first, timeZone)));
    }),
    { numRuns: 300 },
  );
});

test("tasks made one from the other come when the whole series would have", () => {
  fc.assert(
    fc.property(usualRule, start, zone, (rule, begin, timeZone) => {
      // The first occurrence fits the rule; the first task need not.
      const [first] = occurrencesAfter({ rule, start: begin, timeZone, after: begin, count: 1 });
      const from = String(first);
      const chain: string[] = [];
      for (let dueAt = from; chain.length < 5; chain.push(dueAt))
        dueAt = String(nextOccurrence({ rule, dueAt, timeZone }));
      expect(chain).toEqual(occurrencesAfter({ rule, start: from, timeZone, after: from, count: 5 }));
    }),
    { numRuns: 300 },
  );
});

test("a chain of tasks with COUNT has exactly so many tasks", () => {
  fc.assert(
    fc.property(usualRule, fc.integer({ min: 1, max: 12 }), start, zone, (rule, count, first, timeZone) => {
      let [tasks, counted, dueAt]: [number, string, string | undefined] = [0, `${rule};COUNT=${count}`, first];
      for (; dueAt !== undefined && tasks <= count; tasks++) {
        dueAt = nextOccurrence({ rule: counted, dueAt, timeZone });
        counted = remainingRecurrence(counted);
      }
      expect(tasks).toBe(count);
    }),
    { numRuns: 100 },
  );
});

const names = ["BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYHOUR", "INTERVAL", "COUNT"];
const part = fc
  .tuple(fc.constantFrom(...names), fc.array(fc.integer({ min: -40, max: 400 }), { minLength: 1, maxLength: 4 }))
  .map(([name, values]) => `${name}=${values.join(",")}`);
const hostileRule = fc.oneof(
  fc.string(),
  fc
    .tuple(fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"), fc.array(fc.oneof(part, fc.string())))
    .map(([freq, parts]) => [`FREQ=${freq}`, ...parts].join(";")),
);

test("no text makes the check throw or hang, and what it takes can be read", () => {
  fc.assert(
    fc.property(hostileRule, start, zone, (rule, dueAt, timeZone) => {
      const begun = performance.now();
      if (checkRecurrence(rule) === undefined) nextOccurrence({ rule, dueAt, timeZone });
      expect(performance.now() - begun).toBeLessThan(2000);
    }),
    { numRuns: 1000 },
  );
});
