import { readFileSync } from "node:fs";
import type { AppId } from "@todo-platform/contracts";
import { signToken } from "@todo-platform/service-kit";
import { appToken, jwtKey, startOwnAppPlatform } from "../../support/app-platform.ts";
import type { AppPlatform } from "../../support/app-platform.ts";
import { sendRaw } from "./send-raw.ts";
import type { RawAnswer } from "./send-raw.ts";

/** In everything that belongs to ann, and nowhere else. */
export const mark = "ann-7f3d9-private";
/** The user whose things others are after; it is her address as well. */
export const ann = "ann";

/** The platform with what ann has in it. */
export interface World {
  readonly platform: AppPlatform;
  readonly taskId: string;
  readonly seriesId: string;
  readonly conversationId: string;
  readonly urlOf: (app: AppId) => string;
  /** Calls the frontend as `user`. */
  readonly call: (user: string, method: string, path: string, body?: unknown) => Promise<RawAnswer>;
  /** Texts that no answer may hold. */
  readonly secrets: readonly string[];
}

const json = { "content-type": "application/json" };

async function made(answer: Promise<RawAnswer>, key: string): Promise<string> {
  const { status, text } = await answer;
  if (status > 201) throw new Error(`${status} ${text}`);
  return String((JSON.parse(text) as Record<string, unknown>)[key]);
}

/** Resident memory of a process, in MiB. */
export const memoryOf = (pid: number | undefined): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

/** Starts the platform and gives ann an account, two tasks, a conversation, notifications and an audit trail. */
export async function createWorld(): Promise<World> {
  const platform = await startOwnAppPlatform();
  const urlOf = (app: AppId): string => platform.apps.get(app)?.url ?? "";
  const call: World["call"] = async (user, method, path, body) => {
    const headers = { ...json, authorization: `Bearer ${await signToken(jwtKey, user)}` };
    const text = body === undefined ? undefined : JSON.stringify(body);
    return sendRaw(urlOf("todo-frontend"), { method, path, headers, body: text });
  };
  const account = { username: ann, password: `${mark} password`, email: `${mark}@example.org` };
  await made(call(ann, "POST", "/api/accounts", account), "user_id");
  const remind_at = new Date(Date.now() + 3_600_000).toISOString();
  const taskId = await made(call(ann, "POST", "/api/tasks", { title: mark, tags: [mark], remind_at }), "id");
  const repeated = { title: mark, due_at: "2030-01-01T09:00:00Z", recurrence: "FREQ=DAILY", description: mark };
  const seriesId = await made(call(ann, "POST", "/api/tasks", repeated), "id");
  const conversationId = await made(call(ann, "POST", "/api/chat", { message: `add task ${mark}` }), "conversation_id");
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await platform.deliver();
  }
  const connections = ["postgres-credentials", "audit-postgres-credentials"].map(
    (name) => platform.sidecar.secrets[name]?.["connection-string"] ?? "",
  );
  const secrets = [jwtKey, appToken, "the-password", ...connections, mark];
  return { platform, taskId, seriesId, conversationId, urlOf, call, secrets };
}
