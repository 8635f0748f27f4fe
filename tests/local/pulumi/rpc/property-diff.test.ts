import { describe, expect, it } from "vitest";
import { propertyDiff } from "../../../../local/pulumi/rpc/property-diff.ts";

describe("the difference of two property bags", () => {
  it.each([
    ["nothing changes", { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, {}],
    ["a leaf changes", { a: { b: 1 } }, { a: { b: 2 } }, { "a.b": "update" }],
    ["a key comes and another goes", { a: 1 }, { b: 1 }, { a: "delete", b: "add" }],
    ["an item of a list changes", { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, { "a[0].b": "update" }],
    ["a list grows", { a: [1] }, { a: [1, 2] }, { "a[1]": "add" }],
    ["a key is no plain word", { "dapr.io/x": 1 }, { "dapr.io/x": 2 }, { '["dapr.io/x"]': "update" }],
    ["an object becomes a text", { a: { b: 1 } }, { a: "b" }, { a: "update" }],
    ["an object becomes a list", { a: {} }, { a: [] }, { a: "update" }],
  ])("%s", (_title, before, after, expected) => {
    expect(Object.fromEntries(propertyDiff(before, after))).toEqual(expected);
  });
});
