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
const patchResiliency = (value: string): Promise<string> =>
  kubectl.run([
    ...["patch", "resiliency", "app-resiliency", "-n", "todo-app", "--type=json", "-p"],
    JSON.stringify([{ op: "replace", path: "/spec/policies/timeouts/general", value }]),
  ]);

let written = "";
afterAll(() => patchResiliency(written));

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
    const { spec } = await kubectl.get<{ spec: { policies: { timeouts: { general: string } } } }>(
      ...["resiliency", "app-resiliency", "-n", "todo-app"],
    );
    written = spec.policies.timeouts.general;
    await patchResiliency("31s");
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
        "Resiliency todo-app/app-resiliency",
        [["spec.policies.timeouts.general", '"31s"', "kubectl-patch", "somebody with kubectl"]],
      ],
    ]);
  },
  patience,
);
