import { describe, expect, test } from "vitest";
import type { OutputPath } from "../../infra/output-paths.ts";
import { committed, outputsFile } from "./golden-files.ts";
import { brokenOutputs, outputsLedger } from "./outputs-ledger.ts";

const password: OutputPath = {
  names: ["demoUser", "password"],
  type: "string",
  isOptional: false,
  isSecret: true,
};
const port: OutputPath = { names: ["nodePorts", "ui"], type: "integer", isOptional: true, isSecret: false };
const before = outputsLedger([password, port]);

describe("the ledger of outputs", () => {
  test("is what is committed (npm run generate:goldens), and no committed output is broken", () => {
    const ledger = committed(outputsFile);
    expect(brokenOutputs(ledger, outputsLedger())).toEqual([]);
    expect(outputsLedger()).toBe(ledger);
  });

  test("has a line for each output", () => {
    expect(before).toBe("demoUser.password string always secret\nnodePorts.ui integer optional\n");
  });

  test.each<[string, readonly OutputPath[], [string, string][]]>([
    ["a removed output", [password], [["nodePorts.ui", "was removed"]]],
    [
      "a renamed one",
      [password, { ...port, names: ["nodePort", "ui"] }],
      [["nodePorts.ui", "was renamed to nodePort.ui: keep both"]],
    ],
    ["another type", [password, { ...port, type: "string" }], [["nodePorts.ui", "was integer and is string"]]],
    [
      "one that may be missing now",
      [{ ...password, isOptional: true }, port],
      [["demoUser.password", "was always there and is optional"]],
    ],
    [
      "a secret that is none any more",
      [{ ...password, isSecret: false }, port],
      [["demoUser.password", "was a secret and is none"]],
    ],
    [
      "nothing when one is added or always there now",
      [password, { ...port, isOptional: false }, { ...port, names: ["new"] }],
      [],
    ],
  ])("finds %s", (_, paths, broken) => {
    expect(brokenOutputs(before, outputsLedger(paths)).map(({ output, message }) => [output, message])).toEqual(broken);
  });
});
