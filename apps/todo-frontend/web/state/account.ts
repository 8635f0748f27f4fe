import type { Account, NewAccount, Session } from "@todo-platform/contracts";
import { call, callJson, statusOf } from "../api/call.ts";
import { loaded } from "./loading.ts";
import { dropSession, keepSession } from "./session.ts";
import { deleteWaiting } from "./task-deletion.ts";
import { goTo } from "./view.ts";

/** @throws ApiError 401 when the user name or the password is wrong */
export async function signIn(username: string, password: string): Promise<void> {
  const { token, user_id } = await callJson<Session>("POST", "/api/sessions", { body: { username, password } });
  keepSession({ token, user: user_id });
}

/** Makes an account and signs in. */
export async function signUp(fields: NewAccount): Promise<void> {
  await call("POST", "/api/accounts", { body: fields });
  await signIn(fields.username, fields.password);
}

/** How long a server may take to let a user go, in milliseconds. */
const patience = 3000;

const inTime = <T>(promise: Promise<T>, late: T): Promise<T> =>
  Promise.race([promise, new Promise<T>((resolve) => setTimeout(() => resolve(late), patience))]);

/** Whether the server refuses the token from now on. */
const endSession = (): Promise<boolean> =>
  call("DELETE", "/api/sessions/current", { keepalive: true }).then(
    () => true,
    (error: unknown) => statusOf(error) === 401,
  );

/** Ends the session here and on the server; a server that cannot end it keeps nobody from leaving. */
export async function signOut(): Promise<void> {
  await inTime(deleteWaiting(), undefined);
  const hasEnded = await inTime(endSession(), false);
  dropSession(hasEnded ? "" : "You are signed out of this window. The server could not end the session.");
  goTo("tasks");
}

export const account = loaded<Account | undefined>(undefined, () => callJson<Account>("GET", "/api/account"));

/** Changes where reminders by email go; null for nowhere. */
export async function changeEmail(email: string | null): Promise<void> {
  account.value.value = await callJson<Account>("PATCH", "/api/account", { body: { email } });
}
