import type { NewMessage, ReceivedMessage } from "./message.ts";

/** How many messages are kept; the oldest go first. */
export const maxMessages = 1000;
/** How many characters all messages may have together, as JSON. */
const maxCharacters = 16 * 1024 * 1024;

/** Which messages are asked for; without a field, all. */
export interface MessageFilter {
  readonly to?: string | undefined;
  readonly channel?: string | undefined;
}

/** The last messages, in memory. */
export interface Mailbox {
  add(message: NewMessage): ReceivedMessage;
  /** The newest last. */
  list(filter: MessageFilter): ReceivedMessage[];
  clear(): void;
}

/** An empty mailbox. */
export function createMailbox(): Mailbox {
  let kept: { readonly message: ReceivedMessage; readonly size: number }[] = [];
  let [lastId, total] = [0, 0];
  const forgetOldest = (): void => {
    total -= kept.shift()?.size ?? 0;
  };
  return {
    add(fields) {
      const message = { id: ++lastId, ...fields, received_at: new Date().toISOString() };
      const size = JSON.stringify(message).length;
      kept.push({ message, size });
      total += size;
      while (kept.length > maxMessages || (total > maxCharacters && kept.length > 1)) forgetOldest();
      return message;
    },
    list: ({ to, channel }) =>
      kept
        .map(({ message }) => message)
        .filter((message) => to === undefined || message.to.includes(to))
        .filter((message) => channel === undefined || message.channel === channel),
    clear() {
      [kept, total] = [[], 0];
    },
  };
}
