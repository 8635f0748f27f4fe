import { setTimeout as delay } from "node:timers/promises";
import type { Task } from "@todo-platform/contracts";
import { signToken } from "@todo-platform/service-kit";
import pg from "pg";
import { appToken, jwtKey } from "../../support/app-platform.ts";
import type { AppPlatform } from "../../support/app-platform.ts";
import { sendRaw } from "./send-raw.ts";
import type { RawAnswer } from "./send-raw.ts";

/** How many users work at the same time. */
const together = 16;

/** What users were told has been done. */
export interface Accepted {
  readonly created: Set<string>;
  readonly deleted: Set<string>;
  /** Answers that were no success. */
  refused: number;
}

/** Runs `work` with a client of the database behind `connectionString`. */
export async function withDatabase<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Gives each user an address, past the limit of sign-ups a minute. */
export const addAccounts = (connectionString: string, users: readonly string[]): Promise<unknown> =>
  withDatabase(connectionString, (client) =>
    client.query(
      "insert into accounts (username, password, email) select u, '', u || '@example.org' from unnest($1::text[]) u",
      [users],
    ),
  );

/** What a user sends: one of ten tasks of each user has a reminder that is due, by mail or push. */
function taskOf(number: number, users: number): object {
  const title = `Task ${number}`;
  const turn = number + Math.floor(number / users);
  if (turn % 10 !== 0) return { title };
  const remind_at = new Date(Date.now() - 60_000).toISOString();
  return { title, remind_at, notification_method: turn % 20 === 0 ? "email" : "push" };
}

/** Users add `count` tasks and change, complete and delete some; a user whose task is not taken sends it again. */
export async function work(
  platform: AppPlatform,
  { count, users, random }: { count: number; users: readonly string[]; random: () => number },
): Promise<Accepted> {
  const accepted: Accepted = { created: new Set(), deleted: new Set(), refused: 0 };
  const tokens = new Map(await Promise.all(users.map(async (user) => [user, await signToken(jwtKey, user)] as const)));
  const send = async (user: string, method: string, path: string, body?: object): Promise<RawAnswer> => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${tokens.get(user)}` };
    const raw = { method, path: `/api/tasks${path}`, headers, body: body && JSON.stringify(body) };
    // Without an answer in time nobody knows whether it was done.
    const nothing = { status: 0, type: "", text: "" };
    const answer = await sendRaw(platform.apps.get("todo-frontend")?.url ?? "", raw).catch(() => nothing);
    if (answer.status < 200 || answer.status >= 300) accepted.refused += 1;
    return answer;
  };
  const add = async (user: string, number: number): Promise<string> => {
    for (;;) {
      const { status, text } = await send(user, "POST", "", taskOf(number, users.length));
      if (status === 201) return (JSON.parse(text) as Task).id;
      await delay(50);
    }
  };
  const change = async (user: string, id: string): Promise<void> => {
    const chance = random();
    if (chance < 0.2) await send(user, "PATCH", `/${id}`, { priority: "high" });
    if (chance > 0.1 && chance < 0.3) await send(user, "POST", `/${id}/complete`);
    if (chance > 0.95 && (await send(user, "DELETE", `/${id}`)).status === 204) accepted.deleted.add(id);
  };
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) {
      const user = users[number % users.length] ?? "";
      const id = await add(user, number);
      accepted.created.add(id);
      await change(user, id);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return accepted;
}

/** What the cron does, once; undefined when it failed. */
export async function checkReminders({ apps }: AppPlatform): Promise<{ sent: number; failed: number } | undefined> {
  const headers = { "dapr-api-token": appToken };
  const raw = { method: "POST", path: "/check-and-send-reminders", headers };
  const answer = await sendRaw(apps.get("reminder-service")?.url ?? "", raw).catch(() => undefined);
  return answer?.status === 200 ? (JSON.parse(answer.text) as { sent: number; failed: number }) : undefined;
}
