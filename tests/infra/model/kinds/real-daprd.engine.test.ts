import { beforeAll, describe, expect, test } from "vitest";
import { tp06 } from "../../../../infra/model/checks/docs/tp06.ts";
import { createProgress } from "../../../../local/progress.ts";
import { ensureTools } from "../../../../local/toolchain/ensure-tools.ts";
import { runDaprd } from "./run-daprd.ts";

const example = (code: string, which: "wrong" | "right"): string => {
  const doc = tp06.find((one) => one.code === code);
  if (!doc) throw new Error(`${code} has no example`);
  return doc[which];
};

beforeAll(() => ensureTools(["dapr"], createProgress()), 1_200_000);

/** What a real daprd does with the wrong example of a check. */
const wrong = [
  ["TP0606", "running", 'Could not read resiliency policy resilience: invalid duration \\"general\\"'],
  ["TP0607", "ended", "exactly one of streamableHTTP, sse, or stdio must be set"],
  ["TP0623", "ended", "invalid access control spec. missing trustdomain for apps: [cart]"],
  ["TP0625", "ended", "vault storeName is repeated in secrets configuration"],
  ["TP0634", "running", "couldn't find name resolver kubernets/v1"],
  ["TP0641", "ended", "Syntax error: token recognition error"],
  ["TP0642", "stuck", ""],
  ["TP0652", "running", "Could not read resiliency policy resilience: failed to parse start code"],
  ["TP0656", "running", "actor circuit breakers must include scope"],
  ["TP0657", "running", "cannot parse 'maxRequests'"],
  ["TP0658", "running", "did not meet minimum retry count, resetting to 3"],
] as const;

/** Examples that need a server which is not here. */
const unreachable = ["TP0607", "TP0665", "TP0666"];

describe("a real daprd of the pinned release", () => {
  test.concurrent.each(wrong)("given the wrong example of %s is %s", async (code, state, message) => {
    const run = await runDaprd(example(code, "wrong"));
    expect([run.state, run.log.includes(message)]).toEqual([state, true]);
  });

  const right = tp06.filter(
    ({ code, language }) => language === "yaml" && !code.startsWith("TP068") && !unreachable.includes(code),
  );

  test.concurrent.each(right.map(({ code }) => [code]))(
    "serves with the right example of %s, and leaves out nothing of it",
    async (code) => {
      const { state, log } = await runDaprd(example(code, "right"));
      const refusals = log.split("\n").filter((line) => /level=(error|fatal)|Could not|invalid/.test(line));
      expect([state, refusals]).toEqual(["running", []]);
    },
  );
});
