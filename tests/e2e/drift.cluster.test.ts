import { afterAll, expect, inject, test } from "vitest";
import type { DriftReport } from "../../infra/drift/drift-report.ts";
import { createKubectl } from "./support/kubectl.ts";
import { runCli } from "./support/run-program.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
const patience = 240_000;

const cli = async <Answer>(command: string): Promise<{ code: number | null; answer: Answer }> => {
  const { code, stdout } = await runCli([command, "--cluster", platform.cluster, "--json"]);
  return { code, answer: JSON.parse(stdout) as Answer };
};
const app = ["deployment", "event-service", "-n", "todo-app"];
/** How many pods more than wanted a rollout may have: nothing starts anew for it. */
const surge = "/spec/strategy/rollingUpdate/maxSurge";
const patchSurge = (value: unknown): Promise<string> =>
  kubectl.run(["patch", ...app, "--type=json", "-p", JSON.stringify([{ op: "replace", path: surge, value }])]);

let written: unknown;
afterAll(() => patchSurge(written));

test(
  "a platform that nobody touched agrees with its state and its model, and a review of it finds no effect",
  async () => {
    expect(await cli("drift")).toEqual({
      code: 0,
      answer: { ok: true, problems: [], unapplied: [], drifted: [] },
    });
    const { code, answer } = await cli<{ effects: object[]; violations: object[] }>("review");
    expect([code, answer.effects, answer.violations]).toEqual([0, [], []]);
  },
  patience,
);

test(
  "what somebody changed by hand is told, with whom",
  async () => {
    const { spec } = await kubectl.get<{ spec: { strategy: { rollingUpdate: { maxSurge: unknown } } } }>(...app);
    written = spec.strategy.rollingUpdate.maxSurge;
    await patchSurge(2);
    const { code, answer } = await cli<DriftReport>("drift");
    expect(code).toBe(1);
    const told = answer.drifted.map(({ fate, resource, fields }) => [
      fate,
      resource,
      fields.map(({ path, live, by }) => [path, live, by?.manager, by?.who]),
    ]);
    expect(told).toEqual([
      [
        "changed",
        "Deployment todo-app/event-service",
        [["spec.strategy.rollingUpdate.maxSurge", "2", "kubectl-patch", "somebody with kubectl"]],
      ],
    ]);
  },
  patience,
);
