import { setTimeout as delay } from "node:timers/promises";
import { notification } from "@todo-platform/contracts";
import type { Notification } from "@todo-platform/contracts";
import type { StateStore } from "@todo-platform/service-kit";
import { z } from "zod";

/** How many notifications a user keeps. */
export const keptNotifications = 100;
/** How often an addition is tried when other replicas write the same list. */
const attempts = 20;

const list = z.array(notification);

/** The notifications of each user, the newest last. */
export interface NotificationStore {
  /** @param since only those created later (RFC 3339) */
  list(user: string, since?: string): Promise<Notification[]>;
  /** Adds some, in this order; adding an id again changes nothing. */
  add(items: readonly Notification[]): Promise<void>;
}

const keyOf = (user: string): string => `user-${user}-notifications`;

/** Notifications in a state store: one bounded list a user, replaced only when nobody else has replaced it meanwhile. */
export function createNotificationStore(state: StateStore): NotificationStore {
  const read = async (user: string): Promise<{ items: Notification[]; etag: string | undefined }> => {
    const { value, etag } = await state.get(keyOf(user));
    return { items: value === undefined ? [] : list.parse(value), etag };
  };
  const addTo = async (user: string, added: readonly Notification[]): Promise<void> => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { items, etag } = await read(user);
      const known = new Set(items.map(({ id }) => id));
      const fresh = added.filter(({ id }) => !known.has(id));
      if (fresh.length === 0) return;
      const kept = [...items, ...fresh].slice(-keptNotifications);
      if (await state.save(keyOf(user), kept, { ifUnchanged: { etag } })) return;
      await delay(Math.random() * 10 * (attempt + 1));
    }
    throw new Error("the list of notifications was changed too often by others");
  };
  return {
    async list(user, since) {
      const { items } = await read(user);
      return since === undefined ? items : items.filter((item) => Date.parse(item.created_at) > Date.parse(since));
    },
    async add(items) {
      const byUser = Map.groupBy(items, (item) => item.user_id);
      await Promise.all([...byUser].map(([user, own]) => addTo(user, own)));
    },
  };
}
