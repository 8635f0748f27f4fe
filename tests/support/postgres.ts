import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { createProgress } from "../../local/progress.ts";
import { startPostgresServer } from "../../local/standalone/start-postgres.ts";
import { freePort } from "./free-port.ts";

/** A PostgreSQL of the test's own, on loopback. */
export interface TestPostgres {
  /** Makes an empty database and answers with its connection string. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a private PostgreSQL on a free port. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "todo-postgres-"));
  const { child, urlOf } = await startPostgresServer(
    { folder, port: await freePort(), durable: false },
    createProgress(),
  );
  let count = 0;
  return {
    async createDatabase() {
      const name = `test_${++count}`;
      const client = new pg.Client(urlOf("postgres"));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(name);
    },
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
