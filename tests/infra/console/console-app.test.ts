import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { createConsole, type ConsoleArgs } from "../../../infra/console/console-app.ts";
import type { Look, Observed } from "../../../infra/console/observation.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { runApp, type RunningApp } from "../../support/running-app.ts";

const platform = todoPlatform(targets.local);
const token = "the-token-of-this-run";
const none = { value: undefined, at: undefined, error: undefined };
const seen = <Value>(value: Value): Look<Value> => ({ value, at: Date.now(), error: undefined });
const pod = {
  ...{ name: "todo-backend-1", ready: false, reason: "<b>CrashLoop</b>", restarts: 3, dapr: "1.18.2" },
  ...{ sidecarMemory: 64 * 2 ** 20, appMemory: undefined, components: ["statestore (state.redis)"], subscriptions: [] },
};
const observed: Observed = {
  apps: seen([{ app: "todo-backend", wanted: 2, pods: [pod] }]),
  problems: seen([
    {
      code: "TP0910",
      severity: "error" as const,
      path: "todo-backend/pod/1",
      value: 0,
      message: "is not ready",
      remedy: "look",
    },
  ]),
  topics: { ...none, error: "connect ECONNREFUSED" },
  deadLetters: seen([{ id: "7", topic: "task-events", type: "task.created", at: "2026-01-01T00:00:00Z" }]),
  certificates: { value: [], at: Date.now() - 3 * 3_600_000, error: "the apiserver is away" },
  traces: none,
};

let running: RunningApp | undefined;
afterEach(async () => running?.stop());
const start = async (more: Partial<ConsoleArgs> = {}): Promise<string> => {
  running = await runApp(createConsole({ platform, token, observed: () => observed, idiomorph: "", ...more }));
  return running.url;
};
const cookie = { cookie: `todo-platform-console=${token}` };

/** fetch sets the host by itself. */
const statusAt = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });

describe("the operators' page", () => {
  test("asks for its token, takes it once from the address, and keeps it as a cookie of this site only", async () => {
    const url = await start();
    const paths = ["/", "/panels", "/graph.svg", "/api/observed", "/console.js", "/?token=wrong"];
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${url}${path}`)).status));
    expect(statuses).toEqual(paths.map(() => 401));
    const first = await fetch(`${url}/?token=${token}`, { redirect: "manual" });
    expect([first.status, first.headers.get("location")]).toEqual([302, "/"]);
    expect(first.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await fetch(`${url}/panels`, { headers: cookie })).status).toBe(200);
  });

  test("answers to the names of this machine only", async () => {
    const url = await start();
    expect(await statusAt(`${url}/panels`, { ...cookie, host: "evil.example" })).toBe(421);
    expect(await statusAt(`${url}/panels`, { ...cookie, host: "localhost:1" })).toBe(200);
  });

  test("shows what was seen, escaped, with the age and the reason of what is no longer new", async () => {
    const url = await start();
    const text = await (await fetch(`${url}/panels`, { headers: cookie })).text();
    expect(text).toContain("&lt;b&gt;CrashLoop&lt;/b&gt;");
    expect(text).not.toContain("<b>CrashLoop");
    expect(text).toContain("64 MiB");
    expect(text).toContain("<code>TP0910</code>");
    expect(text).toMatch(/Cannot be read now: the apiserver is away\.\s+Seen 3 h ago\./);
    expect(text).toContain("Cannot be read now: connect ECONNREFUSED.");
  });

  test("only reads, unless it may replay", async () => {
    const url = await start();
    const post = { method: "POST", headers: { ...cookie, "content-type": "application/json" } };
    const sent = { ...post, body: '{"ids":["7"]}' };
    expect((await fetch(`${url}/replay`, sent)).status).toBe(404);
    expect(await (await fetch(`${url}/panels`, { headers: cookie })).text()).toContain("todo-platform dlq replay 7");
    await running?.stop();
    const asked: (readonly string[])[] = [];
    const other = await start({
      replay: (ids) => {
        asked.push(ids);
        return Promise.resolve({ replayed: ids, failed: [] });
      },
    });
    expect(await (await fetch(`${other}/replay`, sent)).json()).toEqual({ replayed: ["7"], failed: [] });
    expect((await fetch(`${other}/replay`, { ...post, body: '{"ids":7}' })).status).toBe(400);
    expect(
      (await fetch(`${other}/replay`, { ...sent, headers: { ...cookie, "content-type": "text/plain" } })).status,
    ).toBe(400);
    expect((await fetch(`${other}/replay`, { ...sent, headers: { "content-type": "application/json" } })).status).toBe(
      401,
    );
    expect(asked).toEqual([["7"]]);
  });
});
