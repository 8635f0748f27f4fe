import { execFile } from "node:child_process";
import { statfs } from "node:fs/promises";
import { arch, freemem, platform, release } from "node:os";
import { promisify } from "node:util";
import { cacheRoot, repositoryRoot } from "../local/paths.ts";
import { UserError, type Problem } from "../local/user-error.ts";
import { versions } from "../local/versions.ts";
import { clusterStatus } from "../local/cluster/cluster-status.ts";

const execute = promisify(execFile);

/** One requirement of the embedded cluster: what was found, and a problem when it is not met. */
export interface Requirement {
  readonly name: string;
  readonly found: string;
  readonly problem?: Problem;
}

const gigabyte = 1e9;
const neededDisk = 20 * gigabyte;
const neededMemory = 4 * gigabyte;

const requirement = (
  name: string,
  found: string,
  met: boolean,
  message: string,
  remedy: string,
  severity: Problem["severity"] = "error",
): Requirement =>
  met
    ? { name, found }
    : { name, found, problem: { code: `machine-${name}`, severity, path: name, value: found, message, remedy } };

/** Output of a program that tells its version; undefined when it is not there. */
const tell = async (program: string, ...args: string[]): Promise<string | undefined> => {
  try {
    const { stdout, stderr } = await execute(program, args, { timeout: 20_000 });
    return `${stdout}${stderr}`;
  } catch {
    return undefined;
  }
};

/** Whether version `found` is at least `needed`, both dotted numbers. */
export const isAtLeast = (found: string, needed: string): boolean => {
  const [a, b] = [found, needed].map((version) => version.split(".").map(Number));
  for (let index = 0; index < Math.max(a?.length ?? 0, b?.length ?? 0); index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
};

const program = async (
  name: string,
  needed: string,
  pattern: RegExp,
  remedy: string,
  ...args: string[]
): Promise<Requirement> => {
  const found = pattern.exec((await tell(name, ...args)) ?? "")?.[1];
  return requirement(
    name,
    found ?? "not found",
    found !== undefined && isAtLeast(found, needed),
    `${name} ${needed} or newer is needed`,
    remedy,
  );
};

const diskRequirement = async (): Promise<Requirement> => {
  const { bavail, bsize } = await statfs(repositoryRoot);
  const free = bavail * bsize;
  // With the tools built already, only the cluster's own data still has to fit.
  const built = (await tell("du", "-sb", cacheRoot()))?.split("\t")[0];
  const needed = Math.max(3 * gigabyte, neededDisk - 15 * Math.min(Number(built ?? 0), gigabyte));
  const text = (bytes: number): string => `${(bytes / gigabyte).toFixed(1)} GB`;
  return requirement(
    "disk",
    `${text(free)} free`,
    free >= needed,
    `${text(needed)} of free disk are needed`,
    `free some space; built tools are in ${cacheRoot()}`,
  );
};

const memoryRequirement = async (cluster: string): Promise<Requirement> => {
  const available =
    Number(/MemAvailable:\s+(\d+)/.exec((await tell("cat", "/proc/meminfo")) ?? "")?.[1] ?? freemem() / 1024) * 1024;
  const running = (await clusterStatus(cluster)).state === "running";
  const found = `${(available / gigabyte).toFixed(1)} GB available`;
  return requirement(
    "memory",
    found,
    running || available >= neededMemory,
    "4 GB of free memory are needed",
    "stop other programs, or use a larger machine",
  );
};

/** What can be told at once. */
const plainRequirements = (): Requirement[] => [
  requirement(
    "platform",
    `${platform()} ${release()}`,
    platform() === "linux",
    "only Linux can run the embedded cluster",
    "use target minikube, aks or doks from here",
  ),
  requirement(
    "architecture",
    arch(),
    arch() === "x64",
    "the pinned tools are built for x86-64",
    "use an x86-64 machine",
  ),
  requirement(
    "root",
    `uid ${process.getuid?.()}`,
    process.getuid?.() === 0,
    "root is needed for namespaces, mounts and containerd",
    "run it with sudo -E",
  ),
];

/** Everything the embedded cluster asks of the machine. */
export const checkMachine = async (cluster: string): Promise<Requirement[]> => [
  ...plainRequirements(),
  ...(await Promise.all([
    program("go", versions.go, /go(\d+\.\d+(?:\.\d+)?)/, "install Go from go.dev/dl; Debian's is too old", "version"),
    program("java", versions.java, /version "(\d+)/, "apt-get install openjdk-17-jdk-headless", "-version"),
    program("mvn", "3", /Apache Maven (\d+\.\d+)/, "apt-get install maven", "--version"),
    program(
      "apt-get",
      "1",
      /apt (\d+\.\d+)/,
      "Debian 12 or a relative of it is needed: some parts come from its packages",
      "--version",
    ),
    program("nsenter", "2", /util-linux (\d+\.\d+)/, "apt-get install util-linux", "--version"),
    program("ip", "0", /iproute2-(\d+\.\d+)/, "apt-get install iproute2", "-V"),
    diskRequirement(),
    memoryRequirement(cluster),
  ])),
];

/** Refuses to start on a machine that cannot carry the embedded cluster; tells everything that lacks at once. */
export const refuseUnfit = async (cluster: string): Promise<void> => {
  const problems = (await checkMachine(cluster)).flatMap(({ problem }) =>
    problem?.severity === "error" ? [problem] : [],
  );
  if (problems.length > 0) throw new UserError(problems);
};
