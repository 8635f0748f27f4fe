import { createStateStore, DaprClient } from "@todo-platform/service-kit";
import { createServer, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

// Runs beside the sidecar: takes what it delivers, asks it for state and topics, and prints what came of it as JSON.
const sidecar = "http://127.0.0.1:3500";
const received: Record<string, number[]> = {};
const deadline = Date.now() + 90_000;

const bodyOf = async (request: IncomingMessage): Promise<any> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
};

const app = createServer((request, response) => {
  void (async () => {
    if (request.method !== "POST") return response.writeHead(request.url === "/health" ? 200 : 404).end();
    const { entries, data } = await bodyOf(request);
    const numbers = entries === undefined ? [data.n] : entries.map(({ event }: any) => event.data.n);
    (received[request.url ?? ""] ??= []).push(...(numbers as number[]));
    const statuses = entries?.map(({ entryId }: any) => ({ entryId, status: "SUCCESS" }));
    return response.setHeader("content-type", "application/json").end(JSON.stringify({ status: "SUCCESS", statuses }));
  })();
});
await new Promise<void>((resolve) => app.listen(3999, "127.0.0.1", resolve));

const ask = async (method: string, path: string, body?: unknown): Promise<[status: number, body: string]> => {
  const response = await fetch(sidecar + path, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return [response.status, await response.text()];
};
const statusOf = async (...args: Parameters<typeof ask>): Promise<number> => (await ask(...args))[0];
const ready = async (): Promise<boolean> => (await statusOf("GET", "/v1.0/healthz").catch(() => 0)) === 204;
while (!(await ready())) {
  if (Date.now() > deadline) throw new Error("the sidecar does not become ready");
  await sleep(200);
}

const dapr = new DaprClient({ port: 3500 });
/** As the apps do it: what exists already is no failure, but an answer. */
const stateOf = async (name: string) => {
  const store = createStateStore(dapr, name);
  const whenAbsent = { ttl: 60, ifUnchanged: { etag: undefined } };
  const saved = await store.save("k", "v", whenAbsent);
  const again = await store.save("k", "w", whenAbsent);
  const { value, etag } = await store.get("k");
  const updated = await store.save("k", "x", { ifUnchanged: { etag } });
  const outdated = await store.save("k", "y", { ifUnchanged: { etag } });
  const operations = [
    { operation: "upsert", request: { key: "a", value: 1 } },
    { operation: "delete", request: { key: "k" } },
  ];
  const transaction = await statusOf("POST", `/v1.0/state/${name}/transaction`, { operations });
  const left = [...(await store.getAll(["a", "k"])).entries()];
  return { saved, again, value, updated, outdated, transaction, left };
};
const published = async (pubsub: string): Promise<number[]> => {
  const statuses: number[] = [];
  for (const n of [1, 2, 3]) statuses.push(await statusOf("POST", `/v1.0/publish/${pubsub}/task-events`, { n }));
  const entries = [11, 12].map((n) => ({ entryId: `${n}`, event: { n }, contentType: "application/json" }));
  return [...statuses, await statusOf("POST", `/v1.0-alpha1/publish/bulk/${pubsub}/task-events`, entries)];
};

const states = { etcd: await stateOf("etcd"), redis: await stateOf("redis") };
const publishes = { rabbitmq: await published("rabbitmq-pubsub"), redis: await published("redis-pubsub") };
const refused = await statusOf("POST", "/v1.0/publish/rabbitmq-pubsub/another-topic", {});
const all = (): boolean => ["/rabbitmq", "/redis"].every((route) => received[route]?.length === 5);
for (const end = Date.now() + 20_000; !all() && Date.now() < end;) await sleep(100);
const sorted = Object.fromEntries(Object.entries(received).map(([route, list]) => [route, list.sort((a, b) => a - b)]));
console.log(JSON.stringify({ states, publishes, refused, received: sorted }));
process.exit(0);
