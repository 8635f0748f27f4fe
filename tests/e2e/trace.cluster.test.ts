import { randomBytes } from "node:crypto";
import { expect, inject, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { signIn } from "./support/todo-api.ts";

/** The part of a Zipkin v2 span that is compared. */
interface Span {
  readonly id: string;
  readonly traceId: string;
  readonly parentId?: string;
  readonly kind: string;
  readonly name: string;
  readonly localEndpoint: { readonly serviceName: string };
}

const platform = inject("platform");
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const label = ({ localEndpoint, kind, name }: Span): string =>
  `${localEndpoint.serviceName} ${kind} ${name.replaceAll(uuid, "<id>")}`;

/** Each span as `parent > span`, sorted. */
const toEdges = (spans: readonly Span[], root: string): string[] => {
  const byId = new Map(spans.map((span) => [span.id, label(span)]));
  const parentOf = ({ parentId = "" }: Span): string =>
    parentId === root ? "browser" : (byId.get(parentId) ?? `unknown span ${parentId}`);
  return spans.map((span) => `${parentOf(span)} > ${label(span)}`).sort();
};

const user = platform.demo.username;
const invoked = "calllocal/todo-backend/api/tasks";
const caller = `todo-frontend CLIENT ${invoked}`;
const callee = `todo-backend SERVER ${invoked}`;
const published = "todo-backend CLIENT /v1.0/publish/kafka-pubsub/task-events";
const notified = "notification-service CLIENT pubsub/task-events";
const counted = "event-service CLIENT pubsub/task-events";
const continued = "recurring-task-service CLIENT pubsub/task-events";
const state = "CLIENT /v1.0/state/statestore";

const expected = [
  `browser > ${caller}`,
  `${caller} > ${callee}`,
  `${callee} > todo-backend ${state}`,
  `${callee} > todo-backend ${state}/session-<id>`,
  `${callee} > ${published}`,
  `${published} > ${continued}`,
  `${continued} > recurring-task-service ${state}/series-<id>`,
  `${published} > audit-service CLIENT pubsub/task-events`,
  `${published} > ${notified}`,
  `${notified} > notification-service ${state}`,
  `${notified} > notification-service ${state}`,
  `${notified} > notification-service ${state}/event-<id>`,
  `${notified} > notification-service ${state}/user-${user}-notifications`,
  `${published} > ${counted}`,
  `${counted} > event-service ${state}`,
  `${counted} > event-service ${state}`,
  `${counted} > event-service ${state}/counted-<id>`,
  `${counted} > event-service ${state}/user-${user}-event-summary`,
].sort();

test("a task that is added leaves one trace: frontend, backend, Kafka and all subscribers, with these parents", async () => {
  const api = await signIn(platform);
  const [traceId, root] = [randomBytes(16).toString("hex"), randomBytes(8).toString("hex")];
  await api.addTask("Look at the trace", { traceparent: `00-${traceId}-${root}-01` });
  const spans = await eventually(async () => {
    const response = await fetch(`${platform.traces}/api/v2/trace/${traceId}`);
    expect(response.status).toBe(200);
    const found = (await response.json()) as Span[];
    expect(toEdges(found, root)).toEqual(expected);
    return found;
  });
  expect([...new Set(spans.map((span) => span.traceId))]).toEqual([traceId]);
}, 60_000);

test("a request that asks not to be sampled leaves no trace", async () => {
  const api = await signIn(platform);
  const [unsampled, sampled] = [randomBytes(16).toString("hex"), randomBytes(16).toString("hex")];
  await api.call("GET", "/api/tasks", undefined, { traceparent: `00-${unsampled}-00f067aa0ba902b7-00` });
  await api.call("GET", "/api/tasks", undefined, { traceparent: `00-${sampled}-00f067aa0ba902b7-01` });
  const status = async (id: string): Promise<number> => (await fetch(`${platform.traces}/api/v2/trace/${id}`)).status;
  await eventually(async () => expect(await status(sampled)).toBe(200));
  expect(await status(unsampled)).toBe(404);
}, 60_000);
