import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentOf, wallTime } from "../../../../apps/todo-frontend/web/domain/zoned-time.ts";

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "America/St_Johns"];

describe("a time that was typed in", () => {
  test.each([
    ["2026-01-15T09:00", "Europe/Berlin", "2026-01-15T08:00:00.000Z"],
    ["2026-07-15T09:00", "Europe/Berlin", "2026-07-15T07:00:00.000Z"],
    ["2026-07-15T09:00", "America/New_York", "2026-07-15T13:00:00.000Z"],
    ["2026-07-15T00:10", "Asia/Kathmandu", "2026-07-14T18:25:00.000Z"],
    ["2026-12-31T23:59", "Pacific/Auckland", "2026-12-31T10:59:00.000Z"],
  ])("%s in %s is %s, and is shown so again", (wall, zone, moment) => {
    expect(momentOf(wall, zone)).toBe(moment);
    expect(wallTime(moment, zone)).toBe(wall);
  });

  test("that is left out when summer time begins is the later one", () => {
    expect(momentOf("2026-03-29T02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
    expect(wallTime("2026-03-29T01:30:00Z", "Europe/Berlin")).toBe("2026-03-29T03:30");
  });

  test("that comes twice when summer time ends is the first", () => {
    expect(momentOf("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  });

  test("is shown as it was typed, in every zone, but for the hours that are left out", () => {
    const minutes = fc.integer({ min: 0, max: 20 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const moment = new Date(Date.UTC(2020, 0, 1) + minute * 60_000).toISOString();
        const wall = wallTime(moment, zone);
        expect(wallTime(momentOf(wall, zone), zone)).toBe(wall);
      }),
    );
  });
});
