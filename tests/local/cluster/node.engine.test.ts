import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { request } from "node:https";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applySystem } from "../../../local/cluster/apply-system.ts";
import { clusterFiles, readJson, type SupervisorStatus } from "../../../local/cluster/cluster-files.ts";
import { clusterStatus } from "../../../local/cluster/cluster-status.ts";
import { podWeights } from "../../../local/cluster/host-resources.ts";
import { readPidFile, startTime } from "../../../local/cluster/processes.ts";
import { kubectl, startCluster, type Cluster } from "../../../local/cluster/start-cluster.ts";
import { destroyCluster, stopCluster } from "../../../local/cluster/stop-cluster.ts";
import { ensureImages } from "../../../local/images/ensure-images.ts";
import { ensureImageStore, imageStoreDir, seedImages } from "../../../local/images/image-store.ts";
import { missingImages, pushImage } from "../../../local/images/load-images.ts";
import { clusterImages, infrastructureImages } from "../../../local/images/recipes.ts";
import { createProgress } from "../../../local/progress.ts";
import { run } from "../../../local/run.ts";
import { versions } from "../../../local/versions.ts";
import { commandLines } from "../../support/command-lines.ts";

// A node of its own, so that what is killed here disturbs nobody.
const name = "test-node";
const quiet = createProgress({ write: () => undefined });
const { busybox } = versions.images;
let cluster: Cluster;
/** What was in the store's databases before the cluster ran on copies of them. */
let databases: string;

const start = (): Promise<Cluster> => startCluster(name, quiet);
const get = async (...args: string[]): Promise<string> => (await kubectl(name, ["get", ...args])).stdout;
const pidOf = async (component: string): Promise<number> => (await clusterStatus(name)).components[component]?.pid ?? 0;

const runPod = async (pod: string, image: string): Promise<void> => {
  const spec = {
    containers: [{ name: "main", image, command: ["sh", "-c", "echo hello; exec /bin/busybox sleep 600"] }],
  };
  const input = JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: pod }, spec });
  await kubectl(name, ["apply", "-f", "-"], { input });
  await kubectl(name, ["wait", "--for=condition=Ready", `pod/${pod}`, "--timeout=60s"]);
};

const storeDatabases = async (): Promise<string> =>
  (
    await run("sh", [
      "-c",
      `find '${imageStoreDir(clusterImages())}' -maxdepth 3 -name '*.db' | sort | xargs sha256sum`,
    ])
  ).stdout;

beforeAll(async () => {
  await destroyCluster(name);
  await ensureImageStore(clusterImages(), quiet);
  databases = await storeDatabases();
  await seedImages(name, clusterImages());
  cluster = await start();
  await applySystem(name);
});

afterAll(async () => {
  await destroyCluster(name);
});

test("the node is Ready and runs the pinned Kubernetes", async () => {
  const version = await get("node", name, "-o=jsonpath={.status.nodeInfo.kubeletVersion}");
  expect(version).toBe(`v${versions.tools.kubernetes}`);
});

test("a new cluster has its images from the beginning, and keeps its own record of them", async () => {
  const images = await ensureImages(clusterImages(), quiet);
  await expect(missingImages(name, images)).resolves.toEqual([]);
  const folder = `${clusterFiles(name).folder}/data/containerd`;
  const linked = await run("find", [folder, "-maxdepth", "2", "-name", "*.db", "-links", "+1"]);
  expect([databases.includes("meta.db"), linked.stdout]).toEqual([true, ""]);
});

test("its pods weigh more than one process beside what else runs on the machine", async () => {
  const found = await run("find", ["/sys/fs/cgroup", "-path", `*/todo-platform-${name}/cpu.*`]);
  const weights = found.stdout.split("\n").filter((file) => /\/cpu\.(shares|weight)$/.test(file));
  expect(weights).toHaveLength(1);
  const written = (await readFile(weights[0] ?? "", "utf8")).trim();
  expect(Object.values(podWeights).map(String)).toContain(written);
});

test("a second start changes nothing", async () => {
  const supervisor = await readPidFile(clusterFiles(name).pid);
  const again = await start();
  expect(again).toEqual({ ...cluster, started: false });
  await expect(readPidFile(clusterFiles(name).pid)).resolves.toBe(supervisor);
});

test("a pod runs; its log and a command in it are reached", async () => {
  await runPod("first", busybox);
  await expect(kubectl(name, ["logs", "first"])).resolves.toMatchObject({ stdout: "hello\n" });
  const inside = await kubectl(name, ["exec", "first", "--", "/bin/busybox", "echo", "inside"]);
  expect(inside.stdout).toBe("inside\n");
});

test("a pod finds services by name", async () => {
  const answer = await kubectl(name, [
    "exec",
    "first",
    "--",
    "/bin/busybox",
    "nslookup",
    "kubernetes.default.svc.cluster.local",
  ]);
  expect(answer.stdout).toContain("10.96.0.1");
});

test("a claim gets a volume that an unprivileged user may write to", async () => {
  const claim = {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: "disk" },
    spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Mi" } } },
  };
  const container = {
    name: "main",
    image: busybox,
    command: ["/bin/busybox", "touch", "/disk/file"],
    volumeMounts: [{ name: "disk", mountPath: "/disk" }],
  };
  const volumes = [{ name: "disk", persistentVolumeClaim: { claimName: "disk" } }];
  const spec = { restartPolicy: "Never", securityContext: { runAsUser: 65532 }, containers: [container], volumes };
  const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "writer" }, spec };
  for (const object of [claim, pod]) await kubectl(name, ["apply", "-f", "-"], { input: JSON.stringify(object) });
  await kubectl(name, ["wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/writer", "--timeout=60s"]);
});

test("an image pushed to the node's registry is pulled from there", async () => {
  const [image] = await ensureImages(
    infrastructureImages().filter(({ reference }) => reference === busybox),
    quiet,
  );
  const pushed = await pushImage(cluster.plan.registry, { folder: image?.folder ?? "", reference: "apps/sleeper:any" });
  expect(pushed).toMatch(new RegExp(`^${cluster.plan.registry}/apps/sleeper:[0-9a-f]{12}$`));
  await runPod("pulled", pushed);
});

test("Secrets lie encrypted on the disk", async () => {
  await kubectl(name, ["create", "secret", "generic", "hidden", "--from-literal=word=plainly-readable"]);
  const folder = `${clusterFiles(name).folder}/data/etcd`;
  const found = await run("grep", ["-rl", "plainly-readable", folder], { allowFailure: true });
  expect(found.stdout).toBe("");
});

describe("a caller without a certificate", () => {
  const status = (port: number, path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const ca = `${clusterFiles(name).node}/pki/ca.crt`;
      void readFile(ca).then((authority) => {
        const call = request({ host: cluster.plan.nodeIp, port, path, ca: authority }, (response) => {
          resolve(response.resume().statusCode);
        });
        call.on("error", reject).end();
      }, reject);
    });

  test("is refused by the kubelet", () => expect(status(10250, "/pods")).resolves.toBe(401));
  test("is refused by the apiserver", () => expect(status(6443, "/version")).resolves.toBe(401));
  test("cannot talk to etcd", () => expect(status(2379, "/version")).rejects.toThrow());
});

describe.each(["kube-apiserver", "etcd", "containerd", "kubelet"])("killing %s", (component) => {
  test("brings it back, says how it ended, and the node takes pods again", async () => {
    const before = await pidOf(component);
    process.kill(before, "SIGKILL");
    await expect
      .poll(() => pidOf(component), { timeout: 30_000 })
      .toSatisfy((pid: number) => pid > 0 && pid !== before);
    const { restarts, lastExit } = (await clusterStatus(name)).components[component] ?? {};
    expect(restarts).toBeGreaterThan(0);
    expect(lastExit).toMatchObject({ how: "SIGKILL" });
    await start();
    await runPod(`after-${component}`, busybox);
  });
});

test("killing the supervisor ends the node, and the next start has its data again", async () => {
  const { init } = (await readJson<SupervisorStatus>(clusterFiles(name).status)) ?? { init: 0 };
  process.kill((await readPidFile(clusterFiles(name).pid)) ?? 0, "SIGKILL");
  await expect.poll(() => startTime(init), { timeout: 5000 }).toBeUndefined();
  await start();
  await expect(get("secret", "hidden", "-o=name")).resolves.toBe("secret/hidden\n");
});

test("stop keeps the data, destroy leaves nothing", async () => {
  const { folder } = clusterFiles(name);
  await stopCluster(name);
  await expect(clusterStatus(name)).resolves.toMatchObject({ state: "stopped", components: {} });
  expect(existsSync(`${folder}/data/etcd`)).toBe(true);
  await start();
  await destroyCluster(name);
  const links = await run("ip", ["-o", "link"]);
  const mounts = await readFile("/proc/mounts", "utf8");
  const cgroups = await run("find", ["/sys/fs/cgroup", "-name", `todo-platform-${name}*`]);
  const commands = await commandLines();
  expect(existsSync(folder)).toBe(false);
  expect([links.stdout, mounts, cgroups.stdout, ...commands].filter((text) => text.includes(name))).toEqual([]);
  await expect(storeDatabases()).resolves.toBe(databases);
});
