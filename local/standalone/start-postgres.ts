import { execFileSync } from "node:child_process";
import { chownSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Progress } from "../progress.ts";
import { ensureDebianRoot } from "../toolchain/debian-root.ts";
import { startChild, type Child } from "./child.ts";
import { untilReady } from "./until-ready.ts";

/** PostgreSQL refuses to run as root; this is Debian's user nobody. */
const nobody = 65_534;

/** Where the server's folder appears inside the file system. */
const inside = "/mnt";

/** A PostgreSQL server on loopback. */
export interface PostgresServer {
  readonly child: Child;
  /** Connection string of its superuser for a database. */
  readonly urlOf: (database: string) => string;
}

/** How the server is started. */
export interface PostgresOptions {
  /** Holds its data and its log; made if it is not there, and used again if it is. */
  readonly folder: string;
  readonly port: number;
  /** Superuser's password. @default none is asked for, by anybody who reaches the port */
  readonly password?: string;
  /** Whether what is committed survives a crash of the machine. */
  readonly durable: boolean;
}

/**
 * A command of PostgreSQL in the file system that the platform's image is made of, so that nothing is installed on the
 * machine; `folder` is mounted in it, visible to this command only.
 */
export const inPostgresRoot = (root: string, folder: string, program: string, args: readonly string[]): string[] => {
  const bin = globSync(join(root, "usr/lib/postgresql/*/bin"))[0]?.slice(root.length);
  if (bin === undefined) throw new Error(`there is no PostgreSQL in ${root}; delete the folder, and it is made again`);
  const mounts = 'mount --rbind /dev "$0/dev" && mount --bind "$1" "$0$2" && shift 2';
  const script = `${mounts} && exec chroot --userspec=${nobody}:${nobody} "$0" "$@"`;
  const shell = ["--mount", "--propagation=private", "/bin/sh", "-c", script];
  return [...shell, root, folder, inside, join(bin, program), ...args];
};

const env = () => ({ PATH: process.env["PATH"], TZ: "UTC", LANG: "C.UTF-8" });

const makeCluster = (root: string, { folder, password, durable }: PostgresOptions): void => {
  const file = join(folder, "password");
  if (password !== undefined) {
    writeFileSync(file, password, { mode: 0o600 });
    chownSync(file, nobody, nobody);
  }
  const login = password === undefined ? ["-A", "trust"] : ["-A", "scram-sha-256", `--pwfile=${inside}/password`];
  const place = ["-D", `${inside}/data`, "-U", "postgres", "-E", "UTF8"];
  const args = [...place, ...login, ...(durable ? [] : ["--no-sync"])];
  execFileSync("unshare", inPostgresRoot(root, folder, "initdb", args), { env: env(), stdio: "pipe" });
  rmSync(file, { force: true });
};

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client(url);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Starts a private PostgreSQL from the file system of the platform's image. */
export const startPostgresServer = async (options: PostgresOptions, progress: Progress): Promise<PostgresServer> => {
  const { folder, port, password, durable } = options;
  const root = await ensureDebianRoot("postgres", progress);
  mkdirSync(folder, { recursive: true });
  chownSync(folder, nobody, nobody);
  if (!existsSync(join(folder, "data/PG_VERSION"))) makeCluster(root, options);
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: durable ? "on" : "off" };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const args = inPostgresRoot(root, folder, "postgres", ["-D", `${inside}/data`, "-p", String(port), ...flags]);
  const child = startChild({ name: "postgres", program: "unshare", args, env: env(), log: join(folder, "server.log") });
  const login = password === undefined ? "postgres" : `postgres:${password}`;
  const urlOf = (database: string): string => `postgresql://${login}@127.0.0.1:${port}/${database}`;
  await untilReady(child, () => answers(urlOf("postgres")));
  return { child, urlOf };
};
