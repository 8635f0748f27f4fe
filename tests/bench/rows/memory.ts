import { readFile } from "node:fs/promises";
import { todoTopology } from "../../../apps/contracts/src/todo-topology.ts";
import type { Cluster, Pod } from "../cluster.ts";
import { processTree, proportionalBytes, residentBytes } from "../processes.ts";
import { number, times, unmeasured, type Row } from "../row.ts";
import { median } from "../statistics.ts";

const megabytes = (bytes: number): number => bytes / 1024 ** 2;

const sizes = async (cluster: Cluster, pods: readonly Pod[], sidecar: boolean): Promise<Map<string, number>> => {
  const all = await Promise.all(
    pods.map(async (pod) => {
      const processes = (await cluster.processes(pod)).filter(({ command }) => (command === "daprd") === sidecar);
      const sum = (await Promise.all(processes.map(({ pid }) => residentBytes(pid)))).reduce((a, b) => a + b, 0);
      return [pod.name, megabytes(sum)] as const;
    }),
  );
  return new Map(all);
};

const biggest = (map: ReadonlyMap<string, number>): number => Math.max(...map.values());
const range = (map: ReadonlyMap<string, number>): string =>
  `${number(Math.min(...map.values()))} to ${number(biggest(map))} MB, median ${number(median([...map.values()]))}`;

interface Manifest {
  readonly layers: readonly { readonly size: number }[];
  readonly config: { readonly size: number };
}

/** Compressed megabytes of an image, as its registry has it. */
const imageMegabytes = async (cluster: Cluster, image: string): Promise<number> => {
  const [, registry = "", name = "", tag = "", digest] = /^([^/]+)\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(image) ?? [];
  const headers = {
    accept: "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json",
  };
  const url = `http://${registry}/v2/${name}/manifests/${digest ?? tag}`;
  const { layers, config } = await cluster.drive<Manifest>("fetch", { url, headers });
  return (layers.reduce((sum, layer) => sum + layer.size, 0) + config.size) / 1e6;
};

const imageRow = async (cluster: Cluster, pods: readonly Pod[]): Promise<Row> => {
  const images = new Map(pods.map((pod) => [pod.app, pod.image]));
  const found = new Map<string, number>();
  for (const [app, image] of images) found.set(app, await imageMegabytes(cluster, image));
  return {
    name: "image of an app, compressed",
    must: "<= 200 MB",
    ratio: times(biggest(found), Math.min(...found.values())),
    measured: [...found].map(([app, size]) => `${app} ${number(size)} MB`).join(", "),
    peer: "the smallest of them",
    bounds: [{ name: "largest", measured: biggest(found), limit: 200, unit: "MB" }],
  };
};

/** The whole node: everything that the cluster's supervisor started. */
const platformRow = async (cluster: Cluster, sidecars: number): Promise<Row> => {
  const parentOf = async (pid: number): Promise<number> =>
    Number(/^PPid:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1]);
  // The node's first process was started by unshare, that by the supervisor.
  const unshare = await parentOf(await cluster.init());
  const supervisor = await parentOf(unshare);
  const root = supervisor > 1 ? supervisor : unshare;
  const pids = await processTree(root);
  const shared = (await Promise.all(pids.map(proportionalBytes))).reduce((a, b) => a + b, 0);
  const resident = (await Promise.all(pids.map(residentBytes))).reduce((a, b) => a + b, 0);
  const gib = 1024 ** 3;
  return {
    name: "whole local platform, memory",
    must: "<= 4 GiB",
    ratio: `${times(shared / 1024 ** 2, sidecars)} of its sidecars`,
    measured: `${number(shared / gib)} GiB of ${pids.length} processes`,
    peer: `its sidecars: ${number(sidecars)} MB`,
    bounds: [{ name: "memory", measured: shared / gib, limit: 4, unit: "GiB" }],
    note: `Kubernetes, Dapr, Kafka, PostgreSQL, Zipkin and the apps, with shared pages counted once; plain sum of RSS ${number(resident / gib)} GiB.`,
  };
};

/** Memory of sidecars, apps and everything, and the size of the images; taken after the load. */
export const memoryRows = async (cluster: Cluster): Promise<Row[]> => {
  const pods = (await cluster.pods("todo-app")).filter(({ app, ready }) => ready && app in todoTopology.apps);
  const [sidecars, apps] = [await sizes(cluster, pods, true), await sizes(cluster, pods, false)];
  const row = (name: string, ours: typeof apps, peer: typeof apps, of: string): Row => ({
    name,
    must: "<= 128 MB",
    ratio: times(median([...ours.values()]), median([...peer.values()])),
    measured: range(ours),
    peer: `${of}: ${range(peer)}`,
    bounds: [{ name: "largest", measured: biggest(ours), limit: 128, unit: "MB" }],
    note: `resident memory of ${ours.size} processes after the load above.`,
  });
  const total = [...sidecars.values()].reduce((a, b) => a + b, 0);
  return [
    row("sidecar, memory", sidecars, apps, "the app beside it"),
    row("app, memory", apps, sidecars, "the sidecar beside it"),
    await imageRow(cluster, pods).catch((failure: unknown) =>
      unmeasured("image of an app, compressed", "<= 200 MB", String(failure)),
    ),
    await platformRow(cluster, total),
  ];
};
