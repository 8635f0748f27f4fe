// Runs statements in one of the platform's databases and answers with their rows.
import { text } from "node:stream/consumers";
import pg from "pg";

/** Statements for one database. */
export interface SqlJob {
  readonly url: string;
  readonly ca: string;
  readonly statements: readonly string[];
}

/** Connection options from a URL, whose certificate file is another machine's. */
export const connectionOptions = (url: string, ca: string) => {
  const { protocol, username, password, host, pathname } = new URL(url);
  const connectionString = `${protocol}//${username}:${password}@${host}${pathname}`;
  return { connectionString, ssl: { ca, rejectUnauthorized: true } };
};

if (import.meta.main) {
  const { url, ca, statements } = JSON.parse(await text(process.stdin)) as SqlJob;
  const client = new pg.Client(connectionOptions(url, ca));
  await client.connect();
  const results: unknown[] = [];
  for (const statement of statements) results.push((await client.query(statement)).rows);
  await client.end();
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
}
