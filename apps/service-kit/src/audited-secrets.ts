import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { todoTopology } from "@todo-platform/contracts";
import type { AppId } from "@todo-platform/contracts";
import { createEvent } from "./event-publisher.ts";
import type { EventPublisher } from "./event-publisher.ts";
import type { Logger } from "./logger.ts";
import type { SecretStore } from "./secret-store.ts";

/** Milliseconds between two attempts to tell the audit trail. */
const pause = 5000;

const mayRecord = (app: string): app is AppId =>
  (todoTopology.topics["audit-logs"].publishers as readonly string[]).includes(app);

/** A secret store that remembers which secrets were read, never their values. */
export interface AuditedSecrets extends SecretStore {
  /**
   * Tells the audit trail what was read; tried again until the broker has it.
   * @param signal ends the attempts
   */
  record(app: string, publisher: EventPublisher, log: Logger, signal: AbortSignal): Promise<void>;
}

/** `store` with a memory of what was read. */
export function auditSecrets(store: SecretStore): AuditedSecrets {
  const read = new Set<string>();
  const noting = <T>(name: string, keys: readonly string[], answer: Promise<T>): Promise<T> => {
    for (const key of keys) read.add(`${name}/${key}`);
    return answer;
  };
  return {
    ...store,
    read: (name, key) => noting(name, [key], store.read(name, key)),
    readIfThere: (name, keys) => noting(name, keys, store.readIfThere(name, keys)),
    async record(app, publisher, log, signal) {
      if (read.size === 0 || !mayRecord(app)) return;
      const detail = [...read].sort().join(", ");
      const from = { source: app, correlationId: randomUUID() };
      const event = createEvent("audit.recorded", { action: "secret.read", user_id: app, detail }, from);
      while (!signal.aborted) {
        try {
          await publisher.publish(event, { topic: "audit-logs", key: app });
          log.info(`the audit trail knows that ${detail} was read`);
          return;
        } catch {
          await delay(pause, undefined, { signal }).catch(() => undefined);
        }
      }
    },
  };
}
