import { DaprError } from "@todo-platform/service-kit";

/** Enhanced status codes about the receiver's address and mailbox; 5.1.7 and 5.1.8 are about the sender's. */
const badAddress = /^5\.(?:1\.(?![78]\b)|2\.)/;
/** Replies of servers that send no enhanced code: no such mailbox, not local, name not allowed. */
const badMailbox = new Set(["550", "551", "553"]);

/** How an SMTP server refuses one mail, as bindings.smtp passes it on (its library is gomail). */
function smtpRefusal(text: string): boolean {
  const [, reply = "", enhanced] = /could not send email 1: (5\d\d)(?: (\d\.\d{1,3}\.\d{1,3}))?/.exec(text) ?? [];
  return enhanced === undefined ? badMailbox.has(reply) : badAddress.test(enhanced);
}

/** How SendGrid refuses an address, as bindings.twilio.sendgrid passes it on. */
const sendgridRefusal = (text: string): boolean => /sending email failed: 400 .*personalizations\.0\.to/.test(text);

/** How a push gateway says that a user has no device there (any more), as bindings.http passes it on. */
const pushRefusal = (text: string): boolean => /received status code (?:404|410)\b/.test(text);

/**
 * Whether an output binding failed because of the receiver's address. Then another try fails as well, while a wrong
 * password, a full queue or a provider that is down can be mended: those are retried, and wait in the dead letters.
 * Source: components-contrib 1.18, bindings/smtp, bindings/twilio/sendgrid, bindings/http.
 */
export const isRefusal = (error: unknown): boolean =>
  error instanceof DaprError && [smtpRefusal, sendgridRefusal, pushRefusal].some((matches) => matches(error.message));
