import { randomUUID } from "node:crypto";
import type { DeadLetter } from "@todo-platform/contracts";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { openMesh, type Mesh } from "./support/mesh.ts";
import { runCli } from "./support/run-program.ts";

const platform = inject("platform");
let mesh: Mesh;

beforeAll(() => {
  mesh = openMesh(platform);
});
afterAll(() => mesh[Symbol.asyncDispose]());

interface Answer {
  readonly dead_letters: DeadLetter[];
  readonly replayed: string[];
  readonly failed: { id: string; reason: string }[];
}

async function dlq(...args: string[]): Promise<{ code: number; answer: Answer }> {
  const { code, stdout } = await runCli(["dlq", ...args, "--cluster", platform.cluster, "--json"]);
  return { code, answer: JSON.parse(stdout) as Answer };
}

/** Publishes an event that no subscriber can read. */
async function publishNonsense(): Promise<string> {
  const id = randomUUID();
  const event = { specversion: "1.0", id, type: "task.created", source: "todo-backend", data: { nonsense: true } };
  const headers = { "content-type": "application/cloudevents+json" };
  const sidecar = await mesh.sidecar("todo-backend");
  const { status } = await sidecar.ask("POST", "/v1.0/publish/kafka-pubsub/task-events", event, headers);
  expect(status).toBe(204);
  return id;
}

const letterOf = async (id: string): Promise<DeadLetter | undefined> =>
  (await dlq("list", "--topic", "task-events", "--limit", "1000")).answer.dead_letters.find(
    ({ event }) => (event as { id?: string }).id === id,
  );

test("an event that no subscriber can read is listed, replayed to its topic, and comes back", async () => {
  const id = await publishNonsense();
  const letter = await eventually(async () => {
    const found = await letterOf(id);
    expect(found).toMatchObject({ topic: "task-events", event_type: "task.created", replayed_at: null });
    return found;
  }, 60_000);
  expect(await dlq("replay", letter?.id ?? "")).toMatchObject({
    code: 0,
    answer: { replayed: [letter?.id], failed: [] },
  });
  // It is nonsense still: each subscriber drops it again, and it stands open again.
  await eventually(async () => expect((await letterOf(id))?.replayed_at).toBeNull(), 60_000);
});

test("an unknown id is told, with exit code 1", async () => {
  expect(await dlq("replay", "999999999")).toMatchObject({
    code: 1,
    answer: { replayed: [], failed: [{ id: "999999999", reason: "there is no such dead letter" }] },
  });
});
