import type { OutputBinding } from "@todo-platform/service-kit";
import { z } from "zod";
import type { ContactClient } from "../clients/contact-client.ts";
import type { Channel } from "./channel.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { isRefusal } from "./refusal.ts";

const address = z.email();

/** Middle of the five that a mail can have. */
const priority = "3";

/**
 * Email through the output binding `mail`, be it bindings.smtp or bindings.twilio.sendgrid: both take `emailTo` and
 * `subject`, and send the data as HTML. The sender's address stays in the component.
 *
 * One mail at a time, each with every field: daprd 1.18 keeps what a request sets in the settings that all requests of
 * the component share, so a mail that meets another may go to the other's receiver, and one that lacks a field has that
 * of the mail before. Source: components-contrib bindings/smtp, mergeWithRequestMetadata. A pod has one such component,
 * so a queue in this process is enough.
 */
export function createEmailChannel(mail: OutputBinding, contacts: ContactClient): Channel {
  const queue = oneAtATime();
  return {
    async send(user, { subject, html }) {
      const emailTo = await contacts.emailOf(user);
      if (emailTo === undefined) return "no address";
      // bindings.smtp takes a semicolon for the beginning of another receiver.
      if (!address.safeParse(emailTo).success) return "refused";
      try {
        await queue(() => mail.invoke("create", html, { emailTo, subject, priority }));
        return "sent";
      } catch (error) {
        if (isRefusal(error)) return "refused";
        throw error;
      }
    },
  };
}
