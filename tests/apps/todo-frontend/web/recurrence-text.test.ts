import { expect, test } from "vitest";
import { recurrence } from "@todo-platform/contracts";
import { isRule, presets, recurrenceText } from "../../../../apps/todo-frontend/web/domain/recurrence-text.ts";

test.each([
  ["FREQ=DAILY", "Every day"],
  ["FREQ=DAILY;INTERVAL=1", "Every day"],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every weekday"],
  ["FREQ=WEEKLY;BYDAY=MO,TH", "Every week on Monday, Thursday"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=10", "Every 2 weeks on Friday, 10 times"],
  ["FREQ=MONTHLY;BYMONTHDAY=1,15", "Every month on day 1, 15"],
  ["FREQ=MONTHLY;BYDAY=-1FR", "Every month on last Friday"],
  ["FREQ=YEARLY;UNTIL=20301231T000000Z", "Every year, until 2030-12-31"],
])("%s reads: %s", (rule, text) => {
  expect(recurrenceText(rule)).toBe(text);
});

test.each(["FREQ=YEARLY;BYMONTH=1", "FREQ=MONTHLY;BYDAY=7MO", "FREQ=HOURLY", "FREQ=DAILY;UNTIL=soon", ""])(
  "%j, which says more than the words can, is shown as it is",
  (rule) => {
    expect(recurrenceText(rule)).toBe(rule);
  },
);

test("what the page takes for a rule is what the API takes", () => {
  const rules = [
    ...presets.map(({ rule }) => rule),
    "FREQ=HOURLY",
    "freq=daily",
    "FREQ=DAILY;",
    "FREQ=DAILY;COUNT=3",
    "",
  ];
  const long = `FREQ=DAILY;BYDAY=${"MO,".repeat(100)}MO`;
  for (const rule of [...rules, long]) {
    expect({ rule, taken: isRule(rule) }).toEqual({ rule, taken: recurrence.safeParse(rule).success });
  }
});
