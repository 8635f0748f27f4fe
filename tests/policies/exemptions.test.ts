import { expect, test } from "vitest";
import { counts, covers, isDay, readExemptions } from "../../policies/pack/exemption.ts";

const exemption = {
  rule: "a-forbids-b",
  resource: "Service todo/web",
  reason: "Until it is mended.",
  expires: "2026-12-31",
};

test("an exemption counts to the end of its last day, with a reason", () => {
  expect(["2026-12-30", "2026-12-31", "2027-01-01"].map((today) => counts(exemption, today))).toEqual([
    true,
    true,
    false,
  ]);
  expect(counts({ ...exemption, reason: "  " }, "2026-12-30")).toBe(false);
  expect(counts({ ...exemption, expires: "never" }, "2026-12-30")).toBe(false);
});

test("an exemption covers one rule, and the resources that its text means", () => {
  const titles = ["Service todo/web", "Service todo/web2", "Service other/web", "xService todo/web"];
  const covered = (resource: string): string[] =>
    titles.filter((title) => covers({ ...exemption, resource }, "a-forbids-b", title));
  expect(covered("Service todo/web")).toEqual(["Service todo/web"]);
  expect(covered("Service todo/*")).toEqual(["Service todo/web", "Service todo/web2"]);
  expect(covered("Service */web")).toEqual(["Service todo/web", "Service other/web"]);
  expect(covered("Service todo.web")).toEqual([]);
  expect(covers(exemption, "a-forbids-c", "Service todo/web")).toBe(false);
});

test("an exemption covers a resource whose namespace a preview does not know, by its kind and name", () => {
  const titles = ["Service */web", "Service */web2", "Secret */web"];
  expect(titles.filter((title) => covers(exemption, "a-forbids-b", title))).toEqual(["Service */web"]);
});

test("a day is a date of the calendar", () => {
  expect(["2026-02-28", "2026-02-29", "2026-13-01", "28.2.2026", "2026-2-28", ""].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("what is written in another form has nothing that counts", () => {
  expect(readExemptions(undefined)).toEqual([]);
  expect(readExemptions([{ rule: 1, reason: "Because." }, null])).toEqual([
    { rule: "", resource: "", reason: "Because.", expires: "" },
    { rule: "", resource: "", reason: "", expires: "" },
  ]);
});
