import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheRoot } from "../paths.ts";
import type { Progress } from "../progress.ts";
import { run } from "../run.ts";
import { versions } from "../versions.ts";
import { store } from "./store.ts";

/** Root file systems made of Debian packages: the node's, and the bases of the images that need more than a binary. */
const roots = {
  node: [
    ...["mount", "containerd", "runc", "iptables", "conntrack", "containernetworking-plugins", "iproute2", "procps"],
    // The last three are for the small images: they are copied from here.
    ...["kmod", "ca-certificates", "libstdc++6", "busybox-static"],
  ],
  jre: ["ca-certificates", `openjdk-${versions.java}-jre-headless`],
  postgres: ["postgresql-15"],
  redis: ["redis-server"],
  rabbitmq: ["rabbitmq-server"],
  python: ["ca-certificates", "python3", "python3-psycopg2"],
} as const;

/** The name of a Debian root file system. */
export type RootName = keyof typeof roots;

/** The folder of a Debian root file system in the cache; its name changes with its package list. */
export function debianRootDir(name: RootName): string {
  const key = createHash("sha256").update(JSON.stringify([versions.debian, roots[name]]));
  return join(cacheRoot(), `${name}-root-${key.digest("hex").slice(0, 12)}`);
}

/** Makes a Debian root file system with mmdebstrap unless it is in the cache, and returns its folder. */
export async function ensureDebianRoot(name: RootName, progress: Progress): Promise<string> {
  const folder = debianRootDir(name);
  if (existsSync(folder)) return folder;
  const title = `install Debian packages of the ${name} file system (about 30 s)`;
  return progress.step(title, (note) =>
    store(
      folder,
      (temporary) => install(name, temporary, note),
      () => note("another start is making it"),
    ),
  );
}

async function install(name: RootName, folder: string, note: (text: string) => void): Promise<void> {
  const args = [
    ...["--mode=root", "--variant=essential", "--format=directory", `--include=${roots[name].join(",")}`],
    '--aptopt=Acquire::Retries "3"',
    ...[versions.debian, folder],
  ];
  // In a mount namespace of its own, so that an interrupted run leaves no mount of /proc or /dev behind.
  await run("unshare", ["--mount", "mmdebstrap", ...args], { onLine: note });
}
