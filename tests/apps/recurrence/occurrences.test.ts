import { nextOccurrence, occurrencesAfter, remainingRecurrence } from "@todo-platform/recurrence";
import { describe, expect, test } from "vitest";

const berlin = "Europe/Berlin";

const list = (rule: string, start: string, timeZone = "UTC", count = 4): string[] =>
  occurrencesAfter({ rule, start, timeZone, after: start, count });

describe("in Europe/Berlin", () => {
  test("9:00 stays 9:00 when summer time begins and when it ends", () => {
    expect(list("FREQ=DAILY", "2026-03-27T08:00:00Z", berlin, 3)).toEqual([
      "2026-03-28T08:00:00.000Z",
      "2026-03-29T07:00:00.000Z",
      "2026-03-30T07:00:00.000Z",
    ]);
    expect(list("FREQ=DAILY", "2026-10-23T07:00:00Z", berlin, 3)).toEqual([
      "2026-10-24T07:00:00.000Z",
      "2026-10-25T08:00:00.000Z",
      "2026-10-26T08:00:00.000Z",
    ]);
  });

  test("2:30 is left out on the day that does not have it, and stays 2:30 from then on", () => {
    const [first, second] = list("FREQ=DAILY", "2026-03-27T01:30:00Z", berlin, 2);
    expect([first, second]).toEqual(["2026-03-28T01:30:00.000Z", "2026-03-30T00:30:00.000Z"]);
    expect(nextOccurrence({ rule: "FREQ=DAILY", dueAt: String(first), timeZone: berlin })).toBe(second);
  });

  test("2:30 comes once, the first time, on the day that has it twice", () => {
    expect(list("FREQ=DAILY", "2026-10-24T00:30:00Z", berlin, 2)).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-26T01:30:00.000Z",
    ]);
  });

  test("a task due at the second 2:30 comes again on the next day", () => {
    const second = { rule: "FREQ=DAILY", dueAt: "2026-10-25T01:30:00Z", timeZone: berlin };
    expect(nextOccurrence(second)).toBe("2026-10-26T01:30:00.000Z");
  });
});

describe("at the ends of months", () => {
  test("the 31st comes in the months that have one", () => {
    const dates = ["2026-03-31", "2026-05-31", "2026-07-31", "2026-08-31"];
    expect(list("FREQ=MONTHLY", "2026-01-31T08:00:00Z")).toEqual(dates.map((date) => `${date}T08:00:00.000Z`));
  });

  test("the last day comes in every month", () => {
    const dates = ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"];
    const found = list("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31T08:00:00Z");
    expect(found).toEqual(dates.map((date) => `${date}T08:00:00.000Z`));
  });

  test("the 29th of February comes in leap years, and not in 2100", () => {
    const dates = ["2092-02-29", "2096-02-29", "2104-02-29", "2108-02-29"];
    expect(list("FREQ=YEARLY", "2088-02-29T08:00:00Z")).toEqual(dates.map((date) => `${date}T08:00:00.000Z`));
  });
});

describe("a series ends", () => {
  test("after COUNT tasks, the current one included", () => {
    expect(list("FREQ=DAILY;COUNT=3", "2026-01-01T08:00:00Z")).toEqual([
      "2026-01-02T08:00:00.000Z",
      "2026-01-03T08:00:00.000Z",
    ]);
    expect(list("FREQ=DAILY;COUNT=1", "2026-01-01T08:00:00Z")).toEqual([]);
  });

  test("after COUNT tasks, of which only those after a moment are asked for", () => {
    const series = { rule: "FREQ=DAILY;COUNT=4", start: "2026-01-01T08:00:00Z", timeZone: "UTC", count: 5 };
    expect(occurrencesAfter({ ...series, after: "2026-01-02T08:00:00Z" })).toEqual([
      "2026-01-03T08:00:00.000Z",
      "2026-01-04T08:00:00.000Z",
    ]);
  });

  test("after COUNT tasks also when the first one does not fit the rule", () => {
    expect(list("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-01-01T08:00:00Z")).toEqual(["2026-01-05T08:00:00.000Z"]);
  });

  test("with the occurrence at UNTIL", () => {
    const rule = "FREQ=DAILY;UNTIL=20260102T080000Z";
    expect(list(rule, "2026-01-01T08:00:00Z")).toEqual(["2026-01-02T08:00:00.000Z"]);
    expect(nextOccurrence({ rule, dueAt: "2026-01-02T08:00:00Z", timeZone: "UTC" })).toBeUndefined();
    expect(nextOccurrence({ rule, dueAt: "2027-01-02T08:00:00Z", timeZone: "UTC" })).toBeUndefined();
  });

  test("when its day never comes, within 200 ms", () => {
    for (const freq of ["DAILY", "MONTHLY", "YEARLY"]) {
      const started = performance.now();
      expect(list(`FREQ=${freq};BYMONTH=2;BYMONTHDAY=30`, "2026-01-01T08:00:00Z", berlin)).toEqual([]);
      expect(performance.now() - started).toBeLessThan(200);
    }
  });

  test("when its interval misses every leap year", () => {
    expect(list("FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29", "2025-02-28T08:00:00Z")).toEqual([]);
  });

  test("at the last year that a moment can be written with", () => {
    expect(list("FREQ=YEARLY;INTERVAL=1000", "9000-01-01T08:00:00Z")).toEqual([]);
  });
});

test("the rule of the next task counts one less and is otherwise the same", () => {
  expect(remainingRecurrence("FREQ=WEEKLY;COUNT=3;BYDAY=MO,TH")).toBe("FREQ=WEEKLY;COUNT=2;BYDAY=MO,TH");
  expect(remainingRecurrence("FREQ=DAILY;UNTIL=20260102T080000Z")).toBe("FREQ=DAILY;UNTIL=20260102T080000Z");
});

test("occurrences after a moment far beyond the start keep the rhythm", () => {
  const found = occurrencesAfter({
    rule: "FREQ=WEEKLY;INTERVAL=2",
    start: "2026-01-05T08:00:00+01:00",
    timeZone: berlin,
    after: "2096-01-01T00:00:00Z",
    count: 1,
  });
  expect(found).toEqual([expect.stringMatching(/T07:00:00.000Z$/)]);
  const weeks = (Date.parse(String(found[0])) - Date.parse("2026-01-05T07:00:00Z")) / (7 * 86_400_000);
  expect(weeks % 2).toBe(0);
});

test("a series that is asked for with a wrong rule or time zone throws", () => {
  expect(() => list("FREQ=HOURLY", "2026-01-01T08:00:00Z")).toThrow("FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY");
  expect(() => list("FREQ=DAILY", "2026-01-01T08:00:00Z", "Nowhere/Town")).toThrow("dtstart must be a ZonedDateTime");
});

test("the next occurrence of usual rules takes less than 10 ms", () => {
  const rules = ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY"];
  const rounds = 50;
  const started = performance.now();
  for (let round = 0; round < rounds; round++)
    for (const rule of rules) nextOccurrence({ rule, dueAt: "2026-01-31T08:00:00Z", timeZone: berlin });
  expect((performance.now() - started) / rounds / rules.length).toBeLessThan(10);
});
