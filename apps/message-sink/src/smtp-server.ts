import { buffer } from "node:stream/consumers";
import type { Logger } from "@todo-platform/service-kit";
import { SMTPServer } from "smtp-server";
import type { Mailbox } from "./mailbox.ts";
import { readMail } from "./read-mail.ts";

/** Largest mail, in bytes. */
const maxMailSize = 256 * 1024;
/** Most clients at once. */
const maxClients = 50;
/** Milliseconds after which a silent client is hung up on. */
const patience = 30_000;

/** The mailbox that does not exist: what is sent to it is refused as a mail server would. */
export const refusedReceiver = "refused";

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/**
 * A mail server that takes everything and sends nothing on. It offers no TLS: clients such as bindings.smtp would take
 * the offer and then refuse its certificate.
 */
export function createSmtpServer(mailbox: Mailbox, log: Logger): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    size: maxMailSize,
    maxClients,
    socketTimeout: patience,
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (address.split("@")[0] === refusedReceiver) done(refusal(550, "5.1.1 There is no such mailbox"));
      else done();
    },
    onData(stream, { envelope }, done) {
      const receivers = envelope.rcptTo.map(({ address }) => address);
      const taken = buffer(stream).then(async (raw) => {
        if (stream.sizeExceeded) throw refusal(552, `5.3.4 A mail may have ${maxMailSize} bytes`);
        const { id } = mailbox.add(await readMail(raw, receivers));
        log.info(`mail ${id} taken`);
      });
      taken.then(
        () => done(),
        (error: Error) => done(error),
      );
    },
  });
  // A client that hangs up or speaks nonsense is no fault of this process.
  server.on("error", (error: Error) => log.warn(`mail server: ${error.message}`));
  return server;
}
