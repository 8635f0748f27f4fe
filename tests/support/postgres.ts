import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chownSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { createProgress } from "../../local/progress.ts";
import { ensureDebianRoot } from "../../local/toolchain/debian-root.ts";
import { freePort } from "./free-port.ts";

/** A PostgreSQL of the test's own, on loopback. */
export interface TestPostgres {
  /** Makes an empty database and answers with its connection string. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; this is Debian's user nobody. */
const nobody = 65534;

/** Where a private instance's folder appears inside the file system. */
const inside = "/mnt";

/**
 * A command of PostgreSQL in the file system that the platform's image is made of, so that nothing is installed on the
 * machine; `folder` is mounted in it, visible to this command only.
 */
const inPostgresRoot = (root: string, folder: string, program: string, args: readonly string[]): string[] => {
  const bin = globSync(join(root, "usr/lib/postgresql/*/bin"))[0]?.slice(root.length);
  if (bin === undefined) throw new Error(`there is no PostgreSQL in ${root}; delete the folder, and it is made again`);
  const mounts = 'mount --rbind /dev "$0/dev" && mount --bind "$1" "$0$2" && shift 2';
  const script = `${mounts} && exec chroot --userspec=${nobody}:${nobody} "$0" "$@"`;
  return [
    "--mount",
    "--propagation=private",
    "/bin/sh",
    "-c",
    script,
    root,
    folder,
    inside,
    join(bin, program),
    ...args,
  ];
};

async function answers(port: number, server: ChildProcess, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once: ${log()}`);
    const client = new pg.Client(urlOf(port, "postgres"));
    const up = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (up) return;
    await delay(25);
  }
  throw new Error(`PostgreSQL does not answer: ${log()}`);
}

const urlOf = (port: number, database: string): string => `postgresql://postgres@127.0.0.1:${port}/${database}`;

/** Starts a private PostgreSQL on a free port. */
export async function startPostgres(): Promise<TestPostgres> {
  const root = await ensureDebianRoot("postgres", createProgress());
  const folder = mkdtempSync(join(tmpdir(), "todo-postgres-"));
  chownSync(folder, nobody, nobody);
  const data = join(folder, "data");
  const env = { PATH: process.env["PATH"], TZ: "UTC", LANG: "C.UTF-8" };
  const place = ["-D", `${inside}/data`];
  const initdb = [...place, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"];
  execFileSync("unshare", inPostgresRoot(root, folder, "initdb", initdb), { env, stdio: "pipe" });
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    logging_collector: "on",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = inPostgresRoot(root, folder, "postgres", [...place, "-p", String(port), ...flags]);
  const server = spawn("unshare", command, { env, stdio: "ignore" });
  const log = (): string =>
    globSync(join(data, "log/*"))
      .map((file) => readFileSync(file, "utf8"))
      .join("");
  await answers(port, server, log);
  let count = 0;
  return {
    async createDatabase() {
      const name = `test_${++count}`;
      const client = new pg.Client(urlOf(port, "postgres"));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(port, name);
    },
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
