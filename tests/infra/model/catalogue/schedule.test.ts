import { expect, test } from "vitest";
import { scheduleProblem } from "../../../../infra/model/dapr/rules/cron-schedule.ts";

test.each([
  "* * * * *",
  "*/5 * * * *",
  "0 1 * * *",
  "15 * * * * *",
  "0 30 9-17 * * MON-FRI",
  "0,30 8 ? JAN,jul sun",
  "5/15 * * * *",
  "@hourly",
  "@every 1h30m",
  "@every 1.5s",
  "CRON_TZ=Europe/Berlin 0 9 * * *",
  "TZ=UTC @daily",
])("daprd takes %s", (schedule) => {
  expect(scheduleProblem(schedule)).toBe(undefined);
});

test.each([
  ["* * * *", "has 4 fields instead of 5, or 6 with seconds"],
  ["* * * * * * *", "has 7 fields instead of 5, or 6 with seconds"],
  ["60 * * * *", '"60" is outside of 0 to 59 (minute)'],
  ["0 0 0 * *", '"0" is outside of 1 to 31 (day of month)'],
  ["0 0 * * 7", '"7" is outside of 0 to 6 (day of week)'],
  ["0 0 * foo *", '"foo" is no month'],
  ["*/0 * * * *", '"*/0" has no step above 0'],
  ["30-10 * * * *", '"30-10" begins after its end (minute)'],
  ["@every 5 minutes", '"5 minutes" is no duration'],
  [
    "@reboot",
    '"@reboot" is none of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, @every <duration>',
  ],
])("daprd refuses %s", (schedule, reason) => {
  expect(scheduleProblem(schedule)).toBe(reason);
});
