import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { createTransport } from "nodemailer";
import type { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../apps/message-sink/src/app.ts";
import { createMailbox, maxMessages } from "../../../apps/message-sink/src/mailbox.ts";
import type { ReceivedMessage } from "../../../apps/message-sink/src/message.ts";
import { createSmtpServer } from "../../../apps/message-sink/src/smtp-server.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { runApp } from "../../support/running-app.ts";
import type { RunningApp } from "../../support/running-app.ts";

const mailbox = createMailbox();
const log = createMemoryLog();
let ready = true;
let smtp: SMTPServer;
let smtpPort: number;
let running: RunningApp;

beforeAll(async () => {
  running = await runApp(createApp(mailbox, () => ready));
  smtp = createSmtpServer(mailbox, log);
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  smtpPort = (smtp.server.address() as AddressInfo).port;
});

afterAll(async () => {
  await running.stop();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

beforeEach(() => mailbox.clear());

const transport = () => createTransport({ host: "127.0.0.1", port: smtpPort, ignoreTLS: true });
const send = (fields: object) => transport().sendMail({ from: "todo@example.org", to: "ann@example.org", ...fields });

async function messages(query = ""): Promise<ReceivedMessage[]> {
  const answer = await fetch(`${running.url}/messages${query}`);
  return ((await answer.json()) as { messages: ReceivedMessage[] }).messages;
}

function push(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const all = { "content-type": "application/json", ...headers };
  return fetch(`${running.url}/push`, { method: "POST", headers: all, body: JSON.stringify(body) });
}

describe("a mail", () => {
  test("is kept with its encodings undone", async () => {
    const html = `<p>Grüße &amp; “quotes” ${"long ".repeat(40)}</p>\n`;
    await send({ subject: "Erinnerung: Käse 🧀", html, textEncoding: "quoted-printable" });
    await send({ subject: "Second", text: "äöü", textEncoding: "base64" });
    const common = { channel: "mail", to: ["ann@example.org"], from: "todo@example.org", body: null };
    const [first, second] = await messages();
    expect(first).toMatchObject({
      ...common,
      subject: "Erinnerung: Käse 🧀",
      html: expect.stringContaining(html.trim()),
    });
    expect(second).toMatchObject({ ...common, subject: "Second", text: expect.stringContaining("äöü") });
  });

  test("is found by any of its receivers, and by its channel", async () => {
    await send({ to: ["ann@example.org", "bob@example.org"], bcc: "eve@example.org", subject: "All" });
    await push({ user_id: "ann", title: "Pushed" });
    const found = ["?to=bob@example.org", "?to=eve@example.org", "?to=joe@example.org", "?channel=mail"].map(messages);
    expect((await Promise.all(found)).map((list) => list.map(({ subject }) => subject))).toEqual([
      ["All"],
      ["All"],
      [],
      ["All"],
    ]);
  });

  test("to a mailbox that does not exist is refused for good", async () => {
    await expect(send({ to: "refused@example.org" })).rejects.toMatchObject({ responseCode: 550 });
    expect(await messages()).toEqual([]);
  });

  test("that is too large is refused", async () => {
    await expect(send({ text: "x".repeat(300_000) })).rejects.toMatchObject({ responseCode: 552 });
    expect(await messages()).toEqual([]);
  });

  test("is taken from a client that would use TLS if it were offered", async () => {
    await createTransport({ host: "127.0.0.1", port: smtpPort }).sendMail({
      from: "a@b.org",
      to: "c@d.org",
      text: "x",
    });
    expect(await messages()).toHaveLength(1);
  });
});

test("a client that speaks nonsense and hangs up does no harm", async () => {
  const socket = connect(smtpPort, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\n\r\n\u0000\u0001");
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await send({ subject: "Still here" });
  expect(await messages()).toHaveLength(1);
});

describe("a push message", () => {
  test("is kept as it was posted, with its idempotency key", async () => {
    const body = { user_id: "ann", title: "Reminder: Buy milk", body: "Buy milk" };
    expect((await push(body, { "idempotency-key": "event-1" })).status).toBe(201);
    expect(await messages("?to=ann&channel=push")).toEqual([
      {
        id: expect.any(Number),
        channel: "push",
        to: ["ann"],
        from: "",
        subject: "Reminder: Buy milk",
        text: "Buy milk",
        html: "",
        body,
        idempotency_key: "event-1",
        received_at: expect.any(String),
      },
    ]);
  });

  test("that is no JSON or too large is refused", async () => {
    const headers = { "content-type": "application/json" };
    const broken = await fetch(`${running.url}/push`, { method: "POST", headers, body: "{" });
    expect([broken.status, (await push({ body: "x".repeat(70_000) })).status]).toEqual([400, 413]);
    expect(await messages()).toEqual([]);
  });
});

test("the last 1,000 messages are kept, the newest last", async () => {
  const fields = {
    channel: "push",
    to: ["ann"],
    from: "",
    text: "",
    html: "",
    body: null,
    idempotency_key: null,
  } as const;
  for (let each = 1; each <= maxMessages + 5; each++) mailbox.add({ ...fields, subject: String(each) });
  const subjects = (await messages()).map(({ subject }) => subject);
  expect([subjects.length, subjects[0], subjects.at(-1)]).toEqual([1000, "6", "1005"]);
});

test("large messages push out the oldest, so that all of them keep below 17 MiB", () => {
  const fields = {
    channel: "push",
    to: ["ann"],
    from: "",
    subject: "",
    html: "",
    body: null,
    idempotency_key: null,
  } as const;
  for (let each = 0; each < 40; each++) mailbox.add({ ...fields, text: "x".repeat(1024 * 1024) });
  expect(mailbox.list({}).length).toBe(15);
});

test("deleting begins anew", async () => {
  await push({ user_id: "ann" });
  expect((await fetch(`${running.url}/messages`, { method: "DELETE" })).status).toBe(204);
  expect(await messages()).toEqual([]);
});

test("it is healthy, and ready when its mail server is", async () => {
  ready = false;
  const statuses = [(await fetch(`${running.url}/health`)).status, (await fetch(`${running.url}/health/ready`)).status];
  ready = true;
  statuses.push((await fetch(`${running.url}/health/ready`)).status, (await fetch(`${running.url}/nothing`)).status);
  expect(statuses).toEqual([200, 503, 200, 404]);
});
