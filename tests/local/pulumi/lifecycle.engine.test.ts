import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiserver, type Apiserver } from "../../support/apiserver.ts";
import { commands, createPulumiProject, type PulumiProject } from "../../support/pulumi-project.ts";

const imports = `
import { Provider } from '@pulumi/kubernetes/provider.js';
import { ConfigMap, Namespace, Secret, Service } from '@pulumi/kubernetes/core/v1/index.js';
import { Deployment } from '@pulumi/kubernetes/apps/v1/index.js';
import { Job } from '@pulumi/kubernetes/batch/v1/index.js';
import { Release } from '@pulumi/kubernetes/helm/v3/index.js';
import { RandomPassword } from '@pulumi/random';
const provider = new Provider('cluster', { kubeconfig: process.env.CLUSTER, enableConfigMapMutable: true, enableSecretMutable: true });
const namespace = new Namespace('space', { metadata: { name: process.env.SPACE } }, { provider });
const metadata = (name) => ({ name, namespace: namespace.metadata.name });
`;
const labels = { app: "web" };
const container = { name: "web", image: "example.com/web:1" };

describe("a stack over the bundled Kubernetes plugin", () => {
  let apiserver: Apiserver;
  const projects: PulumiProject[] = [];
  beforeAll(async () => {
    apiserver = await startApiserver();
  }, 60_000);
  afterAll(async () => {
    await Promise.all([apiserver.stop(), ...projects.map((project) => project.remove())]);
  });

  async function project(space: string, program: string): Promise<Project> {
    const made = await createPulumiProject(`${imports}${program}`);
    projects.push(made);
    const variables = (more = {}): Record<string, string> => ({ CLUSTER: apiserver.kubeconfig, SPACE: space, ...more });
    return Object.assign(made, { variables });
  }
  const apply = (path: string, body: object): Promise<unknown> =>
    apiserver.call("PATCH", path, body, "application/merge-patch+json");

  it("takes back what was changed by hand once refresh has found it", { timeout: 60_000 }, async () => {
    const { variables, succeed, preview } = await project(
      "drift",
      `new ConfigMap('settings', { metadata: metadata('settings'), data: { level: 'info', mode: 'a' } }, { provider });`,
    );
    const path = "/api/v1/namespaces/drift/configmaps/settings";
    await succeed(commands.up, variables());
    await apply(path, { data: { level: "debug", mode: null, theirs: "kept" } });
    const refreshed = await succeed([...commands.refresh, "--diff"], variables());
    expect(refreshed.output).toContain("~ 1 updated");
    const [step] = await preview(variables());
    expect(step?.detailedDiff).toMatchObject({ "data.level": { kind: "update" }, "data.mode": { kind: "add" } });
    await succeed(commands.up, variables());
    expect((await apiserver.call("GET", path))["data"]).toEqual({ level: "info", mode: "a", theirs: "kept" });
    expect((await succeed([...commands.refresh, "--expect-no-changes"], variables())).output).toContain("4 unchanged");
  });

  it("recreates what was deleted by hand", { timeout: 60_000 }, async () => {
    const { variables, succeed } = await project(
      "gone",
      `new ConfigMap('settings', { metadata: metadata('settings'), data: { a: '1' } }, { provider });`,
    );
    await succeed(commands.up, variables());
    await apiserver.call("DELETE", "/api/v1/namespaces/gone/configmaps/settings");
    expect((await succeed(commands.refresh, variables())).output).toContain("- 1 deleted");
    expect((await succeed(commands.up, variables())).output).toContain("+ 1 created");
  });

  it("previews without a cluster, and says so", { timeout: 60_000 }, async () => {
    const { variables, succeed } = await project(
      "absent",
      `new ConfigMap('settings', { metadata: metadata('settings'), data: { a: '1' } }, { provider });`,
    );
    const nobody = { CLUSTER: JSON.stringify(unreachable) };
    const { output } = await succeed(["preview"], variables(nobody));
    expect(output).toContain("the cluster does not answer");
    expect(output).toContain("+ 4 to create");
  });

  it("waits for a Deployment and says why it is not ready", { timeout: 60_000 }, async () => {
    const { variables, pulumi, succeed } = await project(
      "unready",
      `new Deployment('web', { metadata: { ...metadata('web'), annotations: { 'pulumi.com/timeoutSeconds': '4' } }, spec: {
        selector: { matchLabels: ${JSON.stringify(labels)} },
        template: { metadata: { labels: ${JSON.stringify(labels)} }, spec: { containers: [${JSON.stringify(container)}] } } } }, { provider });`,
    );
    const failing = pulumi(commands.up, variables());
    const pod = await firstPod(apiserver, "unready");
    const waiting = { reason: "ImagePullBackOff", message: "no such image" };
    const status = { name: "web", image: "x", imageID: "", ready: false, restartCount: 2, state: { waiting } };
    await apply(`${pod}/status`, { status: { phase: "Pending", containerStatuses: [status] } });
    const { code, output } = await failing;
    expect(code).not.toBe(0);
    expect(output).toContain("not ready after 4 s: availableReplicas 0/1");
    expect(output).toContain("container web: waiting, ImagePullBackOff, no such image, 2 restarts");
    // The next run waits again, and is content once the pod is ready.
    const healing = succeed(commands.up, variables());
    const conditions = [{ type: "Ready", status: "True" }];
    await apply(`${pod}/status`, { status: { phase: "Running", conditions, containerStatuses: [] } });
    expect((await healing).output).toContain("~ 1 updated");
    expect((await succeed(commands.up, variables())).output).toContain("4 unchanged");
  });

  it("makes a Job anew that has failed, if it says so", async () => {
    const { variables, pulumi, preview, succeed } = await project(
      "jobs",
      `new Job('setup', { metadata: { ...metadata('setup'), annotations: { 'pulumi.com/replaceUnready': 'true' } }, spec: {
        backoffLimit: 0, template: { spec: { restartPolicy: 'Never', containers: [${JSON.stringify(container)}] } } } }, { provider });`,
    );
    const finish = async (phase: string): Promise<void> => {
      const pod = await firstPod(apiserver, "jobs");
      await apply(`${pod}/status`, { status: { phase } });
    };
    const failing = pulumi(commands.up, variables());
    await finish("Failed");
    const { code, output } = await failing;
    expect(code).not.toBe(0);
    expect(output).toContain("Job has reached the specified backoff limit");
    expect((await preview(variables())).map((step) => step.op)).toEqual(["replace"]);
    const healing = succeed(commands.up, variables());
    await finish("Succeeded");
    expect((await healing).output).toContain("+-1 replaced");
    expect(await preview(variables())).toEqual([]);
  });

  it("converges after a kill in the middle of an up", { timeout: 90_000 }, async () => {
    const made = await project(
      "killed",
      `const first = new ConfigMap('first', { metadata: metadata('first'), data: { a: '1' } }, { provider });
       const web = new Service('web', { metadata: metadata('web'), spec: { selector: ${JSON.stringify(labels)}, ports: [{ port: 80 }] } }, { provider });
       new ConfigMap('last', { metadata: metadata('last'), data: { web: web.metadata.uid } }, { provider });`,
    );
    const running = await startUp(made);
    await until(async () => (await exists(apiserver, "/api/v1/namespaces/killed/services/web")) === true);
    const ended = once(running, "exit");
    process.kill(-running.pid!, "SIGKILL");
    await ended;
    const slice = { metadata: { name: "web", labels: { "kubernetes.io/service-name": "web" } }, addressType: "IPv4" };
    const endpoints = [{ addresses: ["10.0.0.1"], conditions: { ready: true } }];
    const slices = "/apis/discovery.k8s.io/v1/namespaces/killed/endpointslices";
    await apiserver.call("POST", slices, { ...slice, endpoints, ports: [{ port: 80 }] });
    await made.prepare();
    await made.succeed(commands.up, made.variables());
    expect(await exists(apiserver, "/api/v1/namespaces/killed/configmaps/last")).toBe(true);
    expect((await made.succeed(commands.up, made.variables())).output).toContain("6 unchanged");
    const { env } = await made.prepare();
    const state = (env["PULUMI_BACKEND_URL"] ?? "").replace(/^file:\/\/|\?.*$/g, "");
    const files = await readdir(state, { recursive: true });
    // What is not written atomically is not written at all.
    expect(files.filter((file) => file.endsWith(".attrs"))).toEqual([]);
    expect(files.filter((file) => file.endsWith(".json")).length).toBeGreaterThan(0);
  });

  it("ends a wait when it is interrupted, and records what exists", async () => {
    const made = await project(
      "interrupted",
      `new Service('web', { metadata: metadata('web'), spec: { selector: ${JSON.stringify(labels)}, ports: [{ port: 80 }] } }, { provider });`,
    );
    const running = await startUp(made);
    await until(() => exists(apiserver, "/api/v1/namespaces/interrupted/services/web"));
    const started = Date.now();
    running.kill("SIGINT");
    await once(running, "exit");
    expect(Date.now() - started).toBeLessThan(10_000);
    const { stdout } = await made.succeed(["stack", "export"]);
    expect(stdout).toContain("cancelled while no ready pod behind the service");
    expect(stdout).not.toContain("pending_operations");
    await made.succeed(commands.destroy, made.variables());
    expect(await exists(apiserver, "/api/v1/namespaces/interrupted")).toBe(false);
  });

  it("installs, upgrades and removes a Helm release from a chart folder", { timeout: 90_000 }, async () => {
    const { variables, succeed, write, folder, preview } = await project(
      "charts",
      `const password = new RandomPassword('password', { length: 24 });
       new Release('small', { name: 'small', chart: './chart', namespace: namespace.metadata.name, skipCrds: true,
         values: { level: process.env.LEVEL ?? 'info', password: password.result } }, { provider });`,
    );
    await mkdir(`${folder}/chart/templates`, { recursive: true });
    await write("chart/Chart.yaml", "apiVersion: v2\nname: small\nversion: 1.0.0\n");
    const template =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: small }\ndata: { level: {{ .Values.level }} }\n";
    await write("chart/templates/settings.yaml", template);
    const level = async (): Promise<unknown> =>
      (await apiserver.call("GET", "/api/v1/namespaces/charts/configmaps/small"))["data"];

    await succeed(commands.up, variables());
    expect(await level()).toEqual({ level: "info" });
    expect(await preview(variables())).toEqual([]);
    await succeed(commands.up, variables({ LEVEL: "debug" }));
    expect(await level()).toEqual({ level: "debug" });
    await write("chart/templates/settings.yaml", `${template.trim().slice(0, -1)}, more: x }\n`);
    await succeed(commands.up, variables({ LEVEL: "debug" }));
    expect(await level()).toEqual({ level: "debug", more: "x" });
    expect((await succeed(["stack", "export"])).stdout).toMatch(/"password": \{\s*"4dabf18193072939515e22adb298388d"/);
    await succeed(commands.destroy, variables());
    expect(await exists(apiserver, "/api/v1/namespaces/charts")).toBe(false);
  });

  it("destroys everything it made", { timeout: 60_000 }, async () => {
    const { variables, succeed } = await project(
      "short-lived",
      `new Secret('credentials', { metadata: metadata('credentials'), stringData: { password: 'x' } }, { provider });`,
    );
    await succeed(commands.up, variables());
    expect(await exists(apiserver, "/api/v1/namespaces/short-lived/secrets/credentials")).toBe(true);
    await succeed(commands.destroy, variables());
    expect(await exists(apiserver, "/api/v1/namespaces/short-lived")).toBe(false);
    const { deployment } = JSON.parse((await succeed(["stack", "export"])).stdout) as { deployment: object };
    expect(deployment).not.toHaveProperty("resources");
  });
});

type Pod = { metadata: { name: string }; status: { phase: string } };
type Project = PulumiProject & { variables: (more?: Record<string, string>) => Record<string, string> };

const unreachable = {
  apiVersion: "v1",
  kind: "Config",
  "current-context": "x",
  contexts: [{ name: "x", context: { cluster: "x", user: "x" } }],
  clusters: [{ name: "x", cluster: { server: "https://127.0.0.1:1" } }],
  users: [{ name: "x", user: { token: "x" } }],
};

async function startUp(project: Project): Promise<ChildProcess> {
  const { env, args } = await project.prepare();
  const variables = { ...env, ...project.variables() };
  const options = { cwd: project.folder, env: variables, stdio: "ignore", detached: true } as const;
  return spawn("pulumi", [...commands.up, "--non-interactive", ...args], options);
}

async function exists(apiserver: Apiserver, path: string): Promise<boolean> {
  return await apiserver.call("GET", path).then(
    () => true,
    () => false,
  );
}

async function firstPod(apiserver: Apiserver, namespace: string): Promise<string> {
  const pods = `/api/v1/namespaces/${namespace}/pods`;
  let found: string | undefined;
  await until(async () => {
    const { items } = (await apiserver.call("GET", pods)) as { items: Pod[] };
    found = items.find((pod) => pod.status.phase === "Pending")?.metadata.name;
    return found !== undefined;
  });
  return `${pods}/${found ?? ""}`;
}

async function until(check: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; !(await check()); await sleep(50)) {
    if (Date.now() > deadline) throw new Error("not reached within 30 s");
  }
}
