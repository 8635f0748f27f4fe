import { describe, expect, test } from "vitest";
import { checkCel } from "../../../../infra/model/dapr/kinds/cel/check-cel.ts";

const codes = (text: string): string[] => checkCel(text, ["event"], "match").map(({ code }) => code);

// What cel-go takes and refuses under dapr pkg/expr: compared with a build of it.
describe("a CEL expression", () => {
  test.each([
    'event.type == "a"',
    "event.type == 'a' && !(event.data.n >= 1.5e3 || event.data.n in [1, 2u, 0x1F])",
    'has(event.data.important) && event.data.important == true ? true : event.data["a b"][0] != null',
    "event.data.items.exists(item, item.price > 10) && event.data.items.map(i, i.n).size() > 1",
    'event.source.startsWith("/a") && event.id.matches(r"^\\d+$") && size(event.data) > -1',
    'timestamp(event.time).getFullYear() > 2020 && duration("1h") < duration("2h")',
    '{"a": 1}.a == 1 && [1, 2,].size() == 2 // a comment',
    "type(event.data) == map",
    '"""a "b" c""" == event.type',
  ])("is %s", (text) => {
    expect(codes(text)).toEqual([]);
  });

  test.each([
    'event.type = "a"',
    'event.type == "a',
    "event.type ==",
    "(event.type",
    "event.type == 'a' & true",
    "event..type",
    "event.type 'a'",
    "[1, 2",
    "{1}",
    "a ? b",
    "event.type == `a`",
    "for == 1",
    "",
  ])("is not %s", (text) => {
    expect(codes(text)).toEqual(["TP0641"]);
  });

  test.each([
    ["a variable", 'evnt.type == "a"'],
    ["a bound variable outside of its macro", "event.l.all(x, x > 1) && x == 2"],
    ["a function", 'event.type.startwith("a")'],
    ["a global function", "lower(event.type)"],
  ])("refers to %s that nobody knows", (_, text) => {
    expect(codes(text)).toEqual(["TP0642"]);
  });

  test.each([
    "(".repeat(200_000),
    `"${"\\a".repeat(100_000)}`,
    `${"!".repeat(200_000)}event`,
    "event" + ".a".repeat(100_000),
  ])("may be of any length (%#)", (text) => {
    const start = performance.now();
    codes(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
