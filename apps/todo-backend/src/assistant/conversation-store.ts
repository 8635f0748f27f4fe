import { conversation } from "@todo-platform/contracts";
import type { Conversation } from "@todo-platform/contracts";
import type { StateStore } from "@todo-platform/service-kit";

/** Seconds for which a conversation is kept after its last message: 30 days. */
const lifetime = 30 * 24 * 60 * 60;
/** How many messages a conversation keeps. */
export const keptMessages = 100;

/** Conversations of the users. */
export interface ConversationStore {
  /** The conversation when it is the user's; undefined otherwise. */
  find(id: string, user: string): Promise<Conversation | undefined>;
  /** Adds messages; undefined when the conversation exists and is somebody else's. */
  add(id: string, user: string, messages: Conversation["messages"]): Promise<Conversation | undefined>;
}

/** How often an addition is tried when another request adds to the same conversation. */
const attempts = 10;
const keyOf = (id: string): string => `conversation-${id}`;

/** Conversations in a state store. */
export function createConversationStore(state: StateStore): ConversationStore {
  const read = async (id: string): Promise<{ found: Conversation | undefined; etag: string | undefined }> => {
    const { value, etag } = await state.get(keyOf(id));
    return { found: value === undefined ? undefined : conversation.parse(value), etag };
  };
  return {
    async find(id, user) {
      const { found } = await read(id);
      return found?.user_id === user ? found : undefined;
    },
    async add(id, user, messages) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const { found, etag } = await read(id);
        if (found && found.user_id !== user) return undefined;
        const kept = [...(found?.messages ?? []), ...messages].slice(-keptMessages);
        const changed = { id, user_id: user, messages: kept };
        if (await state.save(keyOf(id), changed, { ttl: lifetime, ifUnchanged: { etag } })) return changed;
      }
      throw new Error("the conversation was changed too often by others");
    },
  };
}
