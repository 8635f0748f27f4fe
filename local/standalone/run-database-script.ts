import pg from "pg";

/** The role or the database is there already. Source: PostgreSQL, appendix "Error Codes". */
const alreadyThere = ["42710", "42P04"];

/** Runs the statements of a script one by one; what is there already stays as it is. */
export const runDatabaseScript = async (url: string, script: string): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const statement of script.split(";\n").filter((text) => text.trim() !== "")) {
      await client.query(statement).catch((failure: unknown) => {
        if (!alreadyThere.includes((failure as { code?: string }).code ?? "")) throw failure;
      });
    }
  } finally {
    await client.end();
  }
};
