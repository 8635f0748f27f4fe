import { createServer } from "node:http";
import { createLogger, onStopSignal } from "@todo-platform/service-kit";
import { createApp } from "./app.ts";
import { createMailbox } from "./mailbox.ts";
import { createSmtpServer } from "./smtp-server.ts";

const portOf = (name: string, preset: number): number => {
  const port = Number(process.env[name] || preset);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`wrong settings: ${name} is no port`);
  return port;
};

const [httpPort, smtpPort] = [portOf("APP_PORT", 8080), portOf("SMTP_PORT", 1025)];
/** Every address of the pod by default. */
const host = process.env["APP_HOST"] || undefined;
const log = createLogger("message-sink", process.env["LOG_LEVEL"] || "info");
const mailbox = createMailbox();
const smtp = createSmtpServer(mailbox, log);
const http = createServer(createApp(mailbox, () => smtp.server.listening));

smtp.listen(smtpPort, host, () => log.info(`mail server on port ${smtpPort}`));
http.listen(httpPort, host, () => log.info(`listening on port ${httpPort}`));
onStopSignal(log, async () => {
  http.closeAllConnections();
  await Promise.all([
    new Promise((resolve) => http.close(resolve)),
    new Promise<void>((resolve) => smtp.close(resolve)),
  ]);
});
