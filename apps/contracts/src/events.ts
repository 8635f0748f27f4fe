import { z } from "zod";
import { auditRecord } from "./audit.ts";
import type { Envelope } from "./envelope.ts";
import { reminder } from "./reminder.ts";
import { task } from "./task.ts";

/** Payload of every task event: who did what to which task, and the task after it. */
const taskPayload = <const Type extends string>(type: Type) =>
  z.strictObject({
    event_type: z.literal(type),
    task_id: z.uuid(),
    user_id: z.string().min(1),
    timestamp: z.iso.datetime({ offset: true }),
    task_data: task,
  });

/** Every event type with the version and schema of its payload: the only list of events. */
export const events = {
  "task.created": { version: "v1", payload: taskPayload("task.created") },
  "task.updated": { version: "v1", payload: taskPayload("task.updated") },
  "task.deleted": { version: "v1", payload: taskPayload("task.deleted") },
  "task.completed": { version: "v1", payload: taskPayload("task.completed") },
  "reminder.due": { version: "v1", payload: reminder },
  "audit.recorded": { version: "v1", payload: auditRecord },
} as const;

/** Name of an event. */
export type EventType = keyof typeof events;
/** Payload of event `Type`. */
export type PayloadOf<Type extends EventType> = z.infer<(typeof events)[Type]["payload"]>;
/** Types of the events that tell of a task. */
export type TaskEventType = Extract<EventType, `task.${string}`>;
/** Event `Type` in its envelope. */
export type EventOf<Type extends EventType> = { [T in Type]: Envelope<T, PayloadOf<T>> }[Type];

/** The event that proves a delivery path after `up`: every subscriber acknowledges it, none stores it. */
export const verifyEventType = "platform.verify";
