import { checkRecurrence } from "@todo-platform/recurrence";
import { describe, expect, test } from "vitest";

const good = [
  "FREQ=DAILY",
  "FREQ=WEEKLY;BYDAY=MO,TH;WKST=SU",
  "FREQ=WEEKLY;INTERVAL=2;COUNT=10",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=MONTHLY;BYDAY=2TU",
  "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
  "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO",
  "FREQ=YEARLY;BYYEARDAY=366",
  "FREQ=DAILY;BYHOUR=9,18;BYMINUTE=0,30",
  "FREQ=DAILY;UNTIL=20200101T000000Z",
];

test.each(good)("%s is a good rule", (rule) => {
  expect(checkRecurrence(rule)).toBeUndefined();
});

const never = "It never comes, or not within ten years.";
const bad: [string, string][] = [
  ["", "does not begin with FREQ. Write for example FREQ=WEEKLY;BYDAY=MO."],
  ["BYDAY=MO", "does not begin with FREQ"],
  ["FREQ=HOURLY", "FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY"],
  ["FREQ=SECONDLY;INTERVAL=1", "FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY"],
  ["FREQ=DAILY;", "An empty part is not known here"],
  ["FREQ=DAILY;BYSECOND=1", "BYSECOND is not known here. Use FREQ, INTERVAL"],
  ["FREQ=DAILY;__proto__=1", "__proto__ is not known here"],
  ["FREQ=DAILY;constructor=1", "constructor is not known here"],
  ["FREQ=DAILY;RSCALE=HEBREW", "RSCALE is not known here"],
  ["FREQ=DAILY;INTERVAL=0", "INTERVAL takes whole numbers from 1 to 1000"],
  ["FREQ=DAILY;INTERVAL=999999999", "INTERVAL takes whole numbers from 1 to 1000"],
  ["FREQ=DAILY;COUNT=1001", "COUNT takes whole numbers from 1 to 1000"],
  ["FREQ=DAILY;COUNT=2;UNTIL=20300101T000000Z", "COUNT and UNTIL exclude each other"],
  ["FREQ=DAILY;UNTIL=20300101", "UNTIL takes a moment in UTC such as 20301231T225959Z"],
  ["FREQ=DAILY;UNTIL=20300230T000000Z", "UNTIL takes a moment in UTC"],
  ["FREQ=DAILY;BYMONTHDAY=32", "BYMONTHDAY takes whole numbers, from the end with a minus, from 1 to 31"],
  ["FREQ=DAILY;BYMONTHDAY=0", "BYMONTHDAY takes whole numbers"],
  ["FREQ=WEEKLY;BYDAY=XX", "BYDAY takes weekdays such as MO or -1FR"],
  ["FREQ=WEEKLY;BYDAY=MO,", "BYDAY takes weekdays"],
  ["FREQ=WEEKLY;BYDAY=MO,MO", "BYDAY names a value twice. Name it once."],
  ["FREQ=WEEKLY;BYDAY=MO;BYDAY=TU", "A part stands twice. Join its values by commas: BYDAY=MO,TH."],
  ["FREQ=WEEKLY;BYDAY=1MO", "Its parts do not go together: BYDAY"],
  ["FREQ=DAILY;BYSETPOS=1", "Its parts do not go together: BYSETPOS"],
  ["FREQ=MONTHLY;BYWEEKNO=1", "Its parts do not go together: BYWEEKNO"],
  ["FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5", "more than 24 times a day. Name fewer values"],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", never],
  ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", never],
  ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9", never],
  ["FREQ=WEEKLY;BYDAY=MO;BYSETPOS=9", never],
  ["FREQ=YEARLY;BYYEARDAY=366;BYWEEKNO=10", never],
];

test.each(bad)("%s is refused with a remedy, within 300 ms", (rule, problem) => {
  const started = performance.now();
  expect(checkRecurrence(rule)).toContain(problem);
  expect(performance.now() - started).toBeLessThan(300);
});

describe("for a task", () => {
  const rule = "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29";

  test("a rule whose interval misses every leap year from its date on is refused", () => {
    expect(checkRecurrence(rule, { dueAt: "2025-03-01T08:00:00Z", timeZone: "UTC" })).toContain(never);
    expect(checkRecurrence(rule, { dueAt: "2024-03-01T08:00:00Z", timeZone: "UTC" })).toBeUndefined();
  });

  test("a time that its zone leaves out each time is refused", () => {
    const gap = "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYHOUR=2;BYMINUTE=30";
    expect(checkRecurrence(gap, { dueAt: "2026-01-01T08:00:00Z", timeZone: "Europe/Berlin" })).toContain(never);
    expect(checkRecurrence(gap, { dueAt: "2026-01-01T08:00:00Z", timeZone: "UTC" })).toBeUndefined();
  });
});
