import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asCloudEvent, sampleCreated } from "../../support/sample-events.ts";
import { startAudit } from "./running-audit.ts";
import type { RunningAudit } from "./running-audit.ts";

let audit: RunningAudit;
const post: RunningAudit["post"] = (...call) => audit.post(...call);
const trail: RunningAudit["trail"] = (...call) => audit.trail(...call);

beforeAll(async () => {
  audit = await startAudit();
});

afterAll(() => audit.stop());

describe("dead letters", () => {
  const list = async (query = "") => {
    const answer = await fetch(`${audit.url}/dead-letters${query}`, { headers: { "dapr-api-token": "t" } });
    return ((await answer.json()) as { dead_letters: Record<string, unknown>[] }).dead_letters;
  };
  const idOfFirst = async () => String((await list("?topic=task-events"))[0]?.["id"]);
  const replay = async (body: unknown) => {
    const headers = { "dapr-api-token": "t", "content-type": "application/json" };
    const answer = await fetch(`${audit.url}/dead-letters/replay`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const letter: Record<string, unknown> = { ...asCloudEvent(sampleCreated()), topic: "task-events" };

  beforeEach(async () => {
    await audit.database.db.deleteFrom("dead_letters").execute();
    audit.replayed.length = 0;
    await post("/dead-letters", letter);
    await post("/dead-letters", "no JSON");
  });

  test("are listed with their event, the newest first, by topic if asked", async () => {
    const common = { id: expect.any(String), received_at: expect.any(String), replayed_at: null };
    const known = { ...common, topic: "task-events", event_type: "task.created", event: letter };
    expect(await list()).toEqual([{ ...common, topic: "unknown", event_type: "", event: "no JSON" }, known]);
    expect(await list("?topic=task-events")).toEqual([known]);
    expect(await list("?limit=1")).toHaveLength(1);
  });

  test("are replayed once for each request, marked and told to the audit trail", async () => {
    const id = await idOfFirst();
    expect(await replay({ topic: "task-events" })).toEqual({ status: 200, body: { replayed: [id], failed: [] } });
    expect(await replay({ topic: "task-events" })).toEqual({ status: 200, body: { replayed: [], failed: [] } });
    expect(audit.replayed).toEqual([letter["id"]]);
    expect(await list("?topic=task-events")).toEqual([]);
    expect(await list("?topic=task-events&all=true")).toMatchObject([{ id, replayed_at: expect.any(String) }]);
    expect((await trail("operator")).body.entries[0]).toMatchObject({
      event_type: "audit.recorded",
      payload: { action: "dead-letter.replayed", detail: `task-events ${letter["id"]}` },
    });
  });

  test("that are nested very deeply are listed as the text they came as", async () => {
    const body = `{"id":"deep","topic":"task-events","data":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    await post("/dead-letters", body);
    expect((await list())[0]).toMatchObject({ topic: "task-events", event: body });
  });

  test("that come back are open again", async () => {
    await replay({ topic: "task-events" });
    await post("/dead-letters", letter);
    expect(await list("?topic=task-events")).toMatchObject([{ replayed_at: null }]);
  });

  test("stay when they cannot be replayed, with the reason", async () => {
    audit.brokerDown = true;
    const id = await idOfFirst();
    const failed = [
      { id: "999999", reason: "there is no such dead letter" },
      { id, reason: "the broker is down" },
    ];
    expect((await replay({ ids: [id, "999999"] })).body).toEqual({ replayed: [], failed });
    audit.brokerDown = false;
    expect(await list("?topic=task-events")).toHaveLength(1);
  });

  test("are asked for by a valid request only, with the app's token", async () => {
    expect((await replay({ ids: [] })).status).toBe(400);
    expect((await replay({ ids: ["x"], topic: "y" })).status).toBe(400);
    expect((await fetch(`${audit.url}/dead-letters`)).status).toBe(401);
    expect((await post("/dead-letters/replay", { topic: "x" }, "wrong")).status).toBe(401);
  });
});
