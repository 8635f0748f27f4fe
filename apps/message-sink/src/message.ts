/** A message that came, in place of reaching somebody. */
export interface ReceivedMessage {
  /** Counts up from 1. */
  readonly id: number;
  readonly channel: "mail" | "push";
  /** The receivers: addresses of a mail, `user_id` of a push message. */
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Of a mail; empty without. */
  readonly html: string;
  /** Of a push message: what was posted. */
  readonly body: unknown;
  /** Header `idempotency-key` of a push message. */
  readonly idempotency_key: string | null;
  /** RFC 3339. */
  readonly received_at: string;
}

/** What is known of a message before it is kept. */
export type NewMessage = Omit<ReceivedMessage, "id" | "received_at">;
