import { envelope, events, verifyEventType } from "@todo-platform/contracts";
import type { Envelope, EventType } from "@todo-platform/contracts";
import { z } from "zod";

const cloudEvent = z.object({
  specversion: z.literal("1.0"),
  id: z.string().min(1),
  type: z.string().min(1),
  source: z.string().min(1),
  time: z.string().optional(),
  data: z.unknown(),
  traceparent: z.unknown().optional(),
});

/** What a delivery turned out to be. */
export type ReceivedEvent =
  | {
      readonly kind: "event";
      readonly event: Envelope;
      /** As the publisher or its sidecar has set it. */
      readonly traceparent: string | undefined;
    }
  | { readonly kind: "verify" }
  | { readonly kind: "invalid"; readonly reason: string };

/** How many problems of an event the log names; one may have as many as it has bytes. */
const namedProblems = 10;

const invalid = (what: string, error: z.ZodError): ReceivedEvent => {
  const first = error.issues.slice(0, namedProblems);
  const issues = first.map((issue) => `${issue.path.join(".") || "(root)"}: ${issue.message}`);
  return { kind: "invalid", reason: `${what}: ${issues.join("; ")}`.slice(0, 1000) };
};

/** PostgreSQL's text holds no NUL character, and its jsonb no half of a surrogate pair: trying again cannot help. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed();
  return typeof value !== "object" || value === null || Object.values(value).every(isStorable);
}

/** Whether a delivery is the event that proves the path and is never stored. */
export const isVerifyEvent = (body: unknown): boolean =>
  typeof body === "object" && body !== null && (body as { type?: unknown }).type === verifyEventType;

/** Checks CloudEvent, envelope and payload of a delivery on a topic that carries `accepted`. */
export function receiveEvent(body: unknown, accepted: readonly EventType[]): ReceivedEvent {
  if (isVerifyEvent(body)) return { kind: "verify" };
  const outer = cloudEvent.safeParse(body);
  if (!outer.success) return invalid("no CloudEvent", outer.error);
  const inner = envelope.safeParse(outer.data.data);
  if (!inner.success) return invalid("no envelope", inner.error);
  const { id, type, source } = outer.data;
  const { event_id, event_type, event_version } = inner.data;
  if (id !== event_id || type !== event_type || source !== inner.data.source) {
    return { kind: "invalid", reason: "id, type or source of the CloudEvent differ from the envelope's" };
  }
  const known = accepted.find((name) => name === event_type);
  if (!known) return { kind: "invalid", reason: `this topic does not carry ${event_type}` };
  if (event_version !== events[known].version) {
    return { kind: "invalid", reason: `version ${event_version} of ${event_type} is not known` };
  }
  const payload = events[known].payload.safeParse(inner.data.payload);
  if (!payload.success) return invalid(`wrong payload of ${event_type}`, payload.error);
  const { traceparent } = outer.data;
  const event = { ...inner.data, payload: payload.data };
  if (!isStorable(event)) return { kind: "invalid", reason: `${event_type} holds a character that cannot be stored` };
  return {
    kind: "event",
    event,
    traceparent: typeof traceparent === "string" ? traceparent : undefined,
  };
}
