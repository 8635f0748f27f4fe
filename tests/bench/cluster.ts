import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { clusterFiles, readJson, type SupervisorStatus } from "../../local/cluster/cluster-files.ts";
import { toolDir } from "../../local/paths.ts";
import { run } from "../../local/run.ts";

/** A pod as far as the benchmark needs it. */
export interface Pod {
  readonly name: string;
  readonly uid: string;
  readonly ip: string;
  readonly app: string;
  readonly ready: boolean;
  readonly image: string;
}

/** The part of a pod's JSON that is read. */
interface PodObject {
  readonly metadata: { name: string; uid: string; labels?: Record<string, string>; deletionTimestamp?: string };
  readonly spec: { containers: readonly { name: string; image: string }[] };
  readonly status: {
    podIP?: string;
    conditions?: readonly { type: string; status: string }[];
  };
}

const toPod = ({ metadata, spec, status }: PodObject): Pod => {
  const app = metadata.labels?.["app.kubernetes.io/name"] ?? "";
  const ready = status.conditions?.find(({ type }) => type === "Ready");
  return {
    name: metadata.name,
    uid: metadata.uid,
    ip: status.podIP ?? "",
    app,
    ready: ready?.status === "True",
    image: spec.containers.find(({ name }) => name === app)?.image ?? "",
  };
};

/** A conversation with a driver, line by line. */
export interface Conversation {
  /** Ends the driver's input and returns what it tells last. */
  finish<T>(): Promise<T>;
}

/** The running cluster, as the benchmark uses it. */
export class Cluster {
  readonly name: string;
  readonly #kubeconfig: string;

  constructor(name: string) {
    this.name = name;
    this.#kubeconfig = clusterFiles(name).kubeconfig;
  }

  async kubectl(args: readonly string[], input?: string): Promise<string> {
    const program = join(toolDir("kubernetes"), "bin/kubectl");
    const all = ["--kubeconfig", this.#kubeconfig, ...args];
    return (await run(program, all, input === undefined ? {} : { input })).stdout;
  }

  /** The ready pods of a namespace, those on their way out left out. */
  async pods(namespace: string): Promise<Pod[]> {
    const list = JSON.parse(await this.kubectl(["get", "pods", "-n", namespace, "-o", "json"])) as {
      items: PodObject[];
    };
    return list.items.filter(({ metadata }) => metadata.deletionTimestamp === undefined).map(toPod);
  }

  /** A Secret's values. */
  async secret(namespace: string, name: string): Promise<Record<string, string>> {
    const { data } = JSON.parse(await this.kubectl(["get", "secret", "-n", namespace, name, "-o", "json"])) as {
      data: Record<string, string>;
    };
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, Buffer.from(value, "base64").toString()]),
    );
  }

  /** Processes of a pod, as the machine numbers them. */
  async processes(pod: Pod): Promise<{ pid: number; command: string }[]> {
    const found = await allProcesses();
    return found.filter(({ cgroup }) => cgroup.includes(`pod${pod.uid}`));
  }

  /** Process 1 of the node. */
  async init(): Promise<number> {
    const status = await readJson<SupervisorStatus>(clusterFiles(this.name).status);
    if (!status) throw new Error(`cluster ${this.name} does not run`);
    return status.init;
  }

  /** Runs a driver in a pod's network (without one: in the node's); its job goes to stdin, its stdout is the result. */
  async drive<T>(driver: string, job: unknown, pod?: Pod): Promise<T> {
    const child = await this.#spawn(driver, pod);
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stdin.end(`${JSON.stringify(job)}\n`);
    await ended(child, driver);
    return JSON.parse(output) as T;
  }

  /** Starts a driver that answers `ready` and then works until it is asked to finish. */
  async converse(driver: string, job: unknown, pod?: Pod): Promise<Conversation> {
    const child = await this.#spawn(driver, pod);
    const end = ended(child, driver);
    end.catch(() => undefined);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stdin.write(`${JSON.stringify(job)}\n`);
    const next = async (): Promise<string> => {
      const line = await Promise.race([lines.next(), end.then(() => lines.next())]);
      return typeof line.value === "string" ? line.value : "";
    };
    if ((await next()) !== "ready") throw new Error(`${driver} did not get ready`);
    return {
      finish: async <T>() => {
        child.stdin.end("finish\n");
        const result = JSON.parse(await next()) as T;
        await end;
        return result;
      },
    };
  }

  async #spawn(driver: string, pod: Pod | undefined): Promise<ChildProcessWithoutNullStreams> {
    const process1 = pod ? (await this.processes(pod))[0]?.pid : await this.init();
    if (process1 === undefined) throw new Error(`pod ${pod?.name} has no process`);
    const resolve = join(clusterFiles(this.name).folder, "bench-resolv.conf");
    const dns = await this.kubectl([
      "get",
      "service",
      "-n",
      "kube-system",
      "kube-dns",
      "-o",
      "jsonpath={.spec.clusterIP}",
    ]);
    await writeFile(resolve, `nameserver ${dns}\noptions ndots:1\n`);
    // The pod's network and the cluster's DNS, everything else as on the machine.
    const script = 'mount --bind "$0" /etc/resolv.conf && exec "$@"';
    const file = join(import.meta.dirname, "drivers", `${driver}.ts`);
    const args = ["-t", String(process1), "-n", "--", "unshare", "-m", "--", "/bin/sh", "-c", script, resolve];
    return spawn("nsenter", [...args, process.execPath, file], { stdio: ["pipe", "pipe", "pipe"] });
  }
}

const ended = (child: ChildProcessWithoutNullStreams, driver: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdin.on("error", () => undefined);
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${driver} failed: ${stderr.trim().split("\n").slice(0, 12).join("\n")}`));
    });
  });

/** Every process of the machine with its control group. */
export const allProcesses = async (): Promise<{ pid: number; command: string; cgroup: string }[]> => {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const read = (pid: number, file: string): Promise<string> => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");
  const processes = await Promise.all(
    pids.map(async (pid) => ({ pid, command: (await read(pid, "comm")).trim(), cgroup: await read(pid, "cgroup") })),
  );
  // The pause process is in no way the pod's own.
  return processes.filter(({ command }) => command !== "" && command !== "pause");
};
