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
  /** Adds one; adding the same id again changes nothing. */
  add(item: Notification): Promise<void>;
}

const keyOf = (user: string): string => `user-${user}-notifications`;

/** Notifications in a state store: one bounded list a user, replaced only when nobody else has replaced it meanwhile. */
export function createNotificationStore(state: StateStore): NotificationStore {
  const read = async (user: string): Promise<{ items: Notification[]; etag: string | undefined }> => {
    const { value, etag } = await state.get(keyOf(user));
    return { items: value === undefined ? [] : list.parse(value), etag };
  };
  return {
    async list(user, since) {
      const { items } = await read(user);
      return since === undefined ? items : items.filter((item) => Date.parse(item.created_at) > Date.parse(since));
    },
    async add(item) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const { items, etag } = await read(item.user_id);
        if (items.some((known) => known.id === item.id)) return;
        const kept = [...items, item].slice(-keptNotifications);
        if (await state.save(keyOf(item.user_id), kept, { ifUnchanged: { etag } })) return;
        await delay(Math.random() * 10 * (attempt + 1));
      }
      throw new Error("the list of notifications was changed too often by others");
    },
  };
}
