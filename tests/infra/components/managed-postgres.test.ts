import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rolePasswordsPath, toProvisioningSql } from "../../../infra/components/postgres-files.ts";
import { createProgress } from "../../../local/progress.ts";
import { inPostgresRoot, startPostgresServer, type PostgresServer } from "../../../local/standalone/start-postgres.ts";
import { ensureDebianRoot } from "../../../local/toolchain/debian-root.ts";
import { freePort } from "../../support/free-port.ts";

const owners = [
  { database: "tododb", role: "todo-backend", secret: "postgres-credentials", connectionLimit: 30 },
  { database: "statedb", role: "dapr-statestore", secret: "statestore-credentials", connectionLimit: 120 },
];
const folder = mkdtempSync(join(tmpdir(), "managed-postgres-"));
let server: PostgresServer;
let root: string;

const query = async (url: string, text: string): Promise<unknown[]> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

/** Runs the Job's script with psql as the administrator of a cloud's server, who is no superuser. */
const provision = (admin: "superuser" | "creator"): void => {
  const sql = toProvisioningSql(owners, admin).replaceAll(rolePasswordsPath, "/mnt/roles");
  writeFileSync(join(folder, "provision.sql"), sql);
  const args = [
    "--no-psqlrc",
    "--quiet",
    "--file=/mnt/provision.sql",
    server.urlOf("postgres").replace("postgres@", "cloud_admin@"),
  ];
  execFileSync("unshare", inPostgresRoot(root, folder, "psql", args), { stdio: "pipe" });
};

beforeAll(async () => {
  root = await ensureDebianRoot("postgres", createProgress());
  server = await startPostgresServer({ folder, port: await freePort(), durable: false }, createProgress());
  await query(server.urlOf("postgres"), "create role cloud_admin login createrole createdb");
  mkdirSync(join(folder, "roles"));
  for (const { role } of owners) writeFileSync(join(folder, "roles", role), `password of ${role}`);
}, 120_000);

afterAll(async () => {
  await server.child.stop();
  rmSync(folder, { recursive: true });
});

describe("the script that fills a cloud's server", () => {
  test("that of a superuser is refused there", () => {
    expect(() => provision("superuser")).toThrow(/must be superuser|permission denied/);
  });

  test("makes a database for each role without being superuser, and twice is once", async () => {
    provision("creator");
    provision("creator");
    const found = await query(
      server.urlOf("postgres"),
      "select datname, rolname, rolconnlimit, rolsuper, rolcreaterole from pg_database d join pg_roles r on r.oid = d.datdba where rolname <> 'postgres' order by 1",
    );
    const rights = { rolsuper: false, rolcreaterole: false };
    expect(found).toEqual([
      { datname: "statedb", rolname: "dapr-statestore", rolconnlimit: 120, ...rights },
      { datname: "tododb", rolname: "todo-backend", rolconnlimit: 30, ...rights },
    ]);
  });

  test("gives each role its own database with its schema, and no other role's", async () => {
    const own = server.urlOf("tododb").replace("postgres@", "todo-backend@");
    await query(own, "create table task (id int)");
    expect(await query(own, "select count(*)::int as n from task")).toEqual([{ n: 0 }]);
    const other = server.urlOf("statedb").replace("postgres@", "todo-backend@");
    await expect(query(other, "select 1")).rejects.toThrow("permission denied for database");
  });
});
