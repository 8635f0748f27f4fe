import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { Migration } from "kysely/migration";
import { databasePoolSize } from "@todo-platform/contracts";
import pg from "pg";
import type { Logger } from "./logger.ts";

/** A pool of connections to one database. */
export interface Database<Tables> {
  readonly db: Kysely<Tables>;
  /** Throws when the database does not answer. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a pool; nothing connects before the first query.
 * @param connectionString a `postgresql://` URL; `sslmode=verify-full&sslrootcert=<path>` switches TLS on
 * @param onError told about a connection that broke; the pool replaces it
 */
export function openDatabase<Tables>(connectionString: string, onError: (error: Error) => void): Database<Tables> {
  const pool = new pg.Pool({
    connectionString,
    max: databasePoolSize,
    connectionTimeoutMillis: 3000,
    query_timeout: 10_000,
    statement_timeout: 10_000,
  });
  pool.on("error", onError);
  // A connection may also break while a transaction holds it and waits for something else.
  pool.on("connect", (client) => client.on("error", onError));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    check: async () => void (await sql`select 1`.execute(db)),
    close: () => db.destroy(),
  };
}

/**
 * Brings the schema up to date; replicas that start at once wait for each other by kysely's advisory lock.
 * @returns names of the migrations that were done
 * @throws what the failed migration has thrown; nothing is changed then
 */
export async function migrate<Tables>(db: Kysely<Tables>, migrations: Record<string, Migration>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error("a migration failed", { cause: error });
  return results.map((result) => result.migrationName);
}

/**
 * Opens a database and brings its schema up to date.
 * @throws Error when either fails; nothing stays open then
 */
export async function openMigrated<Tables>(
  connectionString: string,
  migrations: Record<string, Migration>,
  log: Logger,
): Promise<Database<Tables>> {
  const database = openDatabase<Tables>(connectionString, (error) => log.error("a database connection broke", error));
  try {
    const done = await migrate(database.db, migrations);
    if (done.length > 0) log.info(`database migrated: ${done.join(", ")}`);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
