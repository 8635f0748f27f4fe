import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { createKubectl } from "./support/kubectl.ts";
import { runCli } from "./support/run-program.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
const pulumi = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await runCli(["pulumi", "--cluster", platform.cluster, ...args]);
  if (code !== 0) throw new Error(stderr);
  return stdout;
};

interface State {
  readonly deployment: {
    readonly resources: readonly { readonly type: string; readonly outputs?: Record<string, unknown> }[];
  };
}

/** Every password and private key that the stack made, as plain text. */
const readCanaries = async (): Promise<string[]> => {
  const { deployment } = JSON.parse(await pulumi("stack", "export", "--show-secrets")) as State;
  // A secret value in the state is its JSON text under `plaintext`.
  const plain = (value: unknown): string => {
    const text = (value as { plaintext?: string } | undefined)?.plaintext;
    return text === undefined ? String(value) : String(JSON.parse(text));
  };
  return deployment.resources.flatMap(({ type, outputs }) => {
    if (type === "random:index/randomPassword:RandomPassword") return [plain(outputs?.["result"])];
    // A line of the key is enough to know it by, and survives every way of quoting line ends.
    if (type === "tls:index/privateKey:PrivateKey")
      return [plain(outputs?.["privateKeyPem"]).split("\n")[1] ?? "a key without lines"];
    return [];
  });
};

const canaries = await readCanaries();
const foundIn = (text: string): number => canaries.filter((canary) => text.includes(canary)).length;

test("the stack made these secrets, each long enough to be known by", () => {
  expect(canaries.length).toBeGreaterThan(15);
  expect(canaries.filter((canary) => canary.length < 16)).toEqual([]);
});

describe("no secret is in plain in", () => {
  test("the exported state and the outputs", async () => {
    expect(foundIn(await pulumi("stack", "export"))).toBe(0);
    expect(foundIn(await pulumi("stack", "output", "--json"))).toBe(0);
  });

  test("the state's files", async () => {
    const folder = join(clusterFiles(platform.cluster).folder, "pulumi");
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const leaky = [];
    for (const file of files) {
      const path = join(file.parentPath, file.name);
      if (foundIn(await readFile(path, "utf8")) > 0) leaky.push(path);
    }
    expect(files.length).toBeGreaterThan(0);
    expect(leaky).toEqual([]);
  });

  test("the log of any container", async () => {
    const pods = await kubectl.list("pods", "-A");
    const leaky = [];
    for (const { metadata } of pods) {
      const logs = await kubectl.run(["logs", "-n", metadata.namespace ?? "", metadata.name, "--all-containers"]);
      if (foundIn(logs) > 0) leaky.push(metadata.name);
    }
    expect(leaky).toEqual([]);
  });

  test("the logs of the node and of Pulumi", async () => {
    const { logs } = clusterFiles(platform.cluster);
    const leaky = [];
    for (const file of await readdir(logs)) if (foundIn(await readFile(join(logs, file), "utf8")) > 0) leaky.push(file);
    expect(leaky).toEqual([]);
  });

  test("any object of the cluster that is no Secret", async () => {
    const kinds =
      "pods,configmaps,deployments,statefulsets,jobs,components,configurations,subscriptions,resiliencies,events";
    expect(foundIn(await kubectl.run(["get", kinds, "-A", "-o", "json"]))).toBe(0);
  });

  test("the cluster's store: Secrets are encrypted there", async () => {
    const data = join(clusterFiles(platform.cluster).folder, "data");
    const files = (await readdir(data, { recursive: true, withFileTypes: true }).catch(() => [])).filter(
      (entry) => entry.isFile() && /etcd/.test(entry.parentPath) && /\.(db|wal)$/.test(entry.name),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(foundIn((await readFile(join(file.parentPath, file.name))).toString("latin1"))).toBe(0);
  });
});
