import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chownSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./free-port.ts";

/** A PostgreSQL of the test's own, on loopback. */
export interface TestPostgres {
  /** Makes an empty database and answers with its connection string. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

interface Binaries {
  readonly bin: string;
  /** Where the libraries are that come with the binaries; undefined: with the system. */
  readonly libraries: string | undefined;
}

const cache = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "todo-platform");
const unpacked = join(cache, "postgresql-15");
/** PostgreSQL refuses to run as root; this is Debian's user nobody. */
const nobody = 65534;

const binariesIn = (root: string): Binaries[] =>
  globSync(join(root, "usr/lib/postgresql/*/bin/initdb")).map((initdb) => ({
    bin: join(initdb, ".."),
    libraries: root === "/" ? undefined : join(root, "usr/lib/x86_64-linux-gnu"),
  }));

/** Fetches Debian's packages into the cache; nothing is installed and no service starts. */
function download(): Binaries[] {
  console.error("Fetching Debian's postgresql-15 into the cache, for the tests ...");
  const archives = mkdtempSync(join(tmpdir(), "todo-postgres-packages-"));
  mkdirSync(join(archives, "partial"));
  const options = ["-y", "--no-install-recommends", "--download-only", "-o", `Dir::Cache::archives=${archives}`];
  execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
  execFileSync("apt-get", ["install", ...options, "postgresql-15"], { stdio: "ignore" });
  for (const archive of globSync(join(archives, "*.deb"))) execFileSync("dpkg", ["-x", archive, unpacked]);
  rmSync(archives, { recursive: true });
  return binariesIn(unpacked);
}

function findBinaries(): Binaries {
  const roots = ["/", unpacked, ...globSync(join(cache, "rootfs-*"))];
  const found = roots.flatMap(binariesIn)[0] ?? download()[0];
  if (!found) throw new Error("PostgreSQL's initdb is neither installed nor in Debian's package postgresql-15");
  return found;
}

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

function createCluster({ bin, libraries }: Binaries): { data: string; run: object } {
  const folder = mkdtempSync(join(tmpdir(), "todo-postgres-"));
  const root = process.getuid?.() === 0;
  if (root) chownSync(folder, nobody, nobody);
  const env = { ...process.env, TZ: "UTC", ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  const run = { cwd: folder, env, ...(root ? { uid: nobody, gid: nobody } : {}) };
  const data = join(folder, "data");
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...run,
    stdio: "pipe",
  });
  return { data, run };
}

/** Starts a private PostgreSQL on a free port. */
export async function startPostgres(): Promise<TestPostgres> {
  const binaries = findBinaries();
  const { data, run } = createCluster(binaries);
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    logging_collector: "on",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(binaries.bin, "postgres"), ["-D", data, "-p", String(port), ...flags], {
    ...run,
    stdio: "ignore",
  });
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
      if (existsSync(data)) rmSync(join(data, ".."), { recursive: true, force: true });
    },
  };
}
