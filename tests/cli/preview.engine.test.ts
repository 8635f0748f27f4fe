import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "../e2e/support/run-program.ts";

let state: string;
beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), "preview-"));
});
afterAll(() => rm(state, { recursive: true }));

test.each(["prod", "prod-doks"])("stack %s is previewed with neither account nor cluster", async (stack) => {
  const env = { ...process.env, XDG_STATE_HOME: state, TODO_PLATFORM_CLOUDS: "recorded", KUBECONFIG: "/nonexistent" };
  const { code, stdout, stderr } = await runCli(["preview", stack], { env });
  expect([code, stderr]).toEqual([0, ""]);
  expect(Number(/\+ (\d+) to create/.exec(stdout)?.[1])).toBeGreaterThan(250);
});
