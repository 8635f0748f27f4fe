import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { createKubectl, type ClusterObject } from "./support/kubectl.ts";
import { runCli } from "./support/run-program.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);

interface Preview {
  readonly steps: readonly { readonly op: string; readonly urn: string }[];
  readonly changeSummary: Record<string, number>;
}

const preview = async (...options: string[]): Promise<Preview> => {
  const { code, stdout, stderr } = await runCli([
    "pulumi",
    "--cluster",
    platform.cluster,
    "preview",
    "--json",
    ...options,
  ]);
  if (code !== 0) throw new Error(`${stdout}${stderr}`);
  return JSON.parse(stdout) as Preview;
};

/** Runs `up` and returns what the engine says about resources, such as `145 unchanged`. */
const up = async (): Promise<string[]> => {
  const { code, stderr } = await runCli(["up", "--cluster", platform.cluster, "--json"]);
  if (code !== 0) throw new Error(stderr);
  const log = await readFile(join(clusterFiles(platform.cluster).logs, "pulumi-up.log"), "utf8");
  const summary = /^Resources:\n((?: {4}.*\n)+)/m.exec(log)?.[1] ?? "";
  return summary.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
};

const podNames = async (): Promise<string[]> =>
  (await kubectl.list("pods", "-A")).map(({ metadata }) => metadata.name).sort();

describe("a second up", () => {
  test("changes nothing: every resource is as it was, and no pod is new", async () => {
    await up();
    const pods = await podNames();
    const { steps, changeSummary } = await preview("--refresh");
    expect(steps.filter(({ op }) => op !== "same" && op !== "refresh")).toEqual([]);
    const resources = changeSummary["same"] ?? 0;
    expect(resources).toBeGreaterThan(130);
    expect(await up()).toEqual([`${resources} unchanged`]);
    expect(await podNames()).toEqual(pods);
  });
});

interface Deployment extends ClusterObject {
  readonly spec: {
    readonly template: {
      readonly spec: { readonly containers: readonly { readonly env: readonly { name: string; value?: string }[] }[] };
    };
  };
}

const logLevel = async (): Promise<string | undefined> => {
  const { spec } = await kubectl.get<Deployment>("deployment", "notification-service", "-n", "todo-app");
  return spec.template.spec.containers[0]?.env.find(({ name }) => name === "LOG_LEVEL")?.value;
};
const log4j = async (): Promise<string | undefined> =>
  (await kubectl.get("configmap", "todo-kafka", "-n", "kafka")).data?.["log4j2.properties"];

test("edits by hand are found by refresh and put back by up", async () => {
  const [level, properties] = [await logLevel(), await log4j()];
  await kubectl.run(["set", "env", "-n", "todo-app", "deployment/notification-service", "LOG_LEVEL=debug"]);
  const edit = JSON.stringify({ data: { "log4j2.properties": "rootLogger.level=ERROR\n" } });
  await kubectl.run(["patch", "configmap", "todo-kafka", "-n", "kafka", "--type=merge", "-p", edit]);
  expect([await logLevel(), await log4j()]).toEqual(["debug", "rootLogger.level=ERROR\n"]);

  const { steps } = await preview("--refresh");
  const changed = steps.filter(({ op }) => op === "update").map(({ urn }) => urn.split("::").at(-1));
  expect(changed.sort()).toEqual(["notification-service-deployment", "todo-kafka-config"]);

  expect((await up())[0]).toBe("~ 2 updated");
  expect([await logLevel(), await log4j()]).toEqual([level, properties]);
});
