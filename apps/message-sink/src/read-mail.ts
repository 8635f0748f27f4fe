import PostalMime from "postal-mime";
import type { NewMessage } from "./message.ts";

/**
 * Reads a mail: its encodings are undone, its attachments left out.
 * @param receivers those named to the server, which may differ from those that the mail shows
 */
export async function readMail(raw: Uint8Array, receivers: readonly string[]): Promise<NewMessage> {
  const { from, subject = "", text = "", html = "" } = await PostalMime.parse(raw);
  const sender = from?.address ?? "";
  return { channel: "mail", to: receivers, from: sender, subject, text, html, body: null, idempotency_key: null };
}
