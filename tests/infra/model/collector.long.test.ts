import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toCollectorConfig, collectorSecrets } from "../../../infra/model/tracing/collector-config.ts";
import type { CollectorSpec } from "../../../infra/model/tracing/collector.ts";
import { createProgress } from "../../../local/progress.ts";
import { ensureTools, programPath } from "../../../local/toolchain/ensure-tools.ts";
import { runProgram, type ProgramResult } from "../../e2e/support/run-program.ts";
import { soundTracing } from "./tracing-mistakes.ts";

let folder: string;
beforeAll(async () => {
  await ensureTools(["otel-collector"], createProgress());
  folder = await mkdtemp(join(tmpdir(), "collector-"));
}, 900_000);
afterAll(() => rm(folder, { recursive: true }));

/** What the pinned collector says of a configuration. No module proxy serves its exporter to Azure Monitor. */
const validate = async (config: object, variables: readonly string[] = []): Promise<ProgramResult> => {
  const file = join(folder, "config.yaml");
  await writeFile(file, JSON.stringify(config));
  const env = { ...process.env, ...Object.fromEntries(variables.map((name) => [name, "from-a-secret"])) };
  return runProgram(programPath("otel-collector", "otel-collector"), ["validate", `--config=${file}`], { env });
};

const collectors = soundTracing.flatMap(([title, tracing]) => {
  if (!("collector" in tracing)) return [];
  const collector = tracing.collector as CollectorSpec;
  const exporters = Object.fromEntries(
    Object.entries(collector.exporters).filter(([, { kind }]) => kind !== "azure-monitor"),
  );
  return [[title, { ...collector, exporters }] as const];
});

describe("the collector", () => {
  test.each(collectors)("takes the configuration of %s", async (_, collector) => {
    const variables = collectorSecrets(collector).map(({ name }) => name);
    const { code, stdout, stderr } = await validate(toCollectorConfig(collector), variables);
    expect({ code, output: code === 0 ? "" : `${stdout}${stderr}` }).toEqual({ code: 0, output: "" });
  });

  test("refuses a field that it does not know", async () => {
    const [, collector] = collectors[0] ?? [];
    if (collector === undefined) throw new Error("there is no collector among the sound choices");
    const config = toCollectorConfig(collector);
    const { code, stderr } = await validate({
      ...config,
      processors: { ...config.processors, memory_limiter: { ...config.processors.memory_limiter, limit: 1 } },
    });
    expect([code, stderr.includes("has invalid keys: limit")]).toEqual([1, true]);
  });
});
