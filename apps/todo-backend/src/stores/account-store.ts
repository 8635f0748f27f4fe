import { sql } from "kysely";
import type { Kysely, Selectable } from "kysely";
import type { AccountTable, Tables } from "./tables.ts";

/** A user's account; `username` is the user's id. */
export type Account = Pick<Selectable<AccountTable>, "username" | "password" | "email">;

/** Accounts in PostgreSQL; names are found in any case. */
export interface AccountStore {
  find(username: string): Promise<Account | undefined>;
  /** Answers false when the name is taken. */
  create(account: Account): Promise<boolean>;
  /** Answers with the account as it is then; undefined when there is none. */
  change(username: string, change: Partial<Pick<Account, "email" | "password">>): Promise<Account | undefined>;
}

const columns = ["username", "password", "email"] as const;

/** The accounts in `db`. */
export const createAccountStore = (db: Kysely<Tables>): AccountStore => ({
  find: (username) =>
    db
      .selectFrom("accounts")
      .select(columns)
      .where(sql`lower(username)`, "=", sql`lower(${username})`)
      .executeTakeFirst(),
  async create(account) {
    const insert = db
      .insertInto("accounts")
      .values(account)
      .onConflict((conflict) => conflict.doNothing());
    return (await insert.executeTakeFirst()).numInsertedOrUpdatedRows === 1n;
  },
  change: (username, change) =>
    db
      .updateTable("accounts")
      .set(change)
      .where(sql`lower(username)`, "=", sql`lower(${username})`)
      .returning(columns)
      .executeTakeFirst(),
});
