import type { SignIn } from "@todo-platform/contracts";
import { hashPassword, isPassword } from "../domain/password.ts";
import type { AccountStore } from "./account-store.ts";

/** Sees to it that the demo user can sign in with the password of its secret. */
export async function ensureDemoAccount(accounts: AccountStore, { username, password }: SignIn): Promise<void> {
  const account = await accounts.find(username);
  if (account && (await isPassword(password, account.password))) return;
  const hash = await hashPassword(password);
  // Another replica may have made it meanwhile, with the same password.
  if (!account && (await accounts.create({ username, password: hash, email: null }))) return;
  await accounts.change(username, { password: hash });
}
