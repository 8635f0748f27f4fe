import { describe, expect, it } from "vitest";
import { liveInputs } from "../../../../local/pulumi/kubernetes/live-inputs.ts";

describe("the inputs found in the cluster", () => {
  it.each([
    ["keep what the server writes differently", { cpu: "1000m" }, { cpu: "1" }, { cpu: "1" }, { cpu: "1000m" }],
    ["show a value changed by hand", { a: "x" }, { a: "y" }, { a: "x" }, { a: "y" }],
    ["miss a key removed by hand", { a: "x", b: "y" }, { a: "x" }, { a: "x", b: "y" }, { a: "x" }],
    ["leave out what others have added", { a: "x" }, { a: "y", c: "z" }, { a: "x", c: "z" }, { a: "y" }],
    [
      "show one changed item of a list",
      [{ p: 1 }, { p: 2 }],
      [{ p: 1 }, { p: 3 }],
      [{ p: 1 }, { p: 2 }],
      [{ p: 1 }, { p: 3 }],
    ],
    ["show a list of another length as a whole", ["a"], ["b", "c"], ["a"], ["b", "c"]],
  ])("%s", (_title, input, live, applied, expected) => {
    expect(liveInputs(input, live, applied)).toEqual(expected);
  });
});
