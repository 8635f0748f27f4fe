import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failure, reminderOf, smtp, startNotificationService } from "./service-under-test.ts";
import type { ServiceUnderTest } from "./service-under-test.ts";

const success = { status: 200, body: { status: "SUCCESS" } };
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startNotificationService();
});
afterAll(() => service.stop());
beforeEach(() => service.reset());

describe("a due reminder", () => {
  test("stands in the page of its user, once, and goes nowhere else when no more was asked for", async () => {
    const event = reminderOf("in_app");
    expect(await service.deliver(event)).toEqual(success);
    expect(await service.deliver(event)).toEqual(success);
    expect(await service.list("ann")).toEqual([
      {
        id: event.event_id,
        user_id: "ann",
        event_type: "reminder.due",
        task_id: event.payload.task_id,
        title: "Buy milk",
        message: "Reminder: Buy milk",
        correlation_id: "reminder-1",
        created_at: event.timestamp,
      },
    ]);
    expect(service.sidecar.bindings).toEqual([]);
  });

  test("by email goes to the account's address, with every field that both mail components take", async () => {
    const event = reminderOf("email");
    expect(await service.deliver(event)).toEqual(success);
    expect(service.sidecar.bindings).toEqual([
      {
        name: "mail",
        operation: "create",
        data: `<p>Buy milk</p>\n<p>Due 28 March 2026 at 08:00 UTC.</p>\n<p><small>Todo, message ${event.event_id}</small></p>\n`,
        metadata: { emailTo: "ann@example.org", subject: "Reminder: Buy milk", priority: "3" },
      },
    ]);
    expect(await service.list("ann")).toHaveLength(1);
  });

  test("by push is posted with the event's id as the idempotency key", async () => {
    const event = reminderOf("push");
    expect(await service.deliver(event)).toEqual(success);
    expect(service.sidecar.bindings).toEqual([
      {
        name: "push",
        operation: "post",
        data: { user_id: "ann", title: "Reminder: Buy milk", body: "Buy milk\nDue 28 March 2026 at 08:00 UTC." },
        metadata: { "Content-Type": "application/json", "Idempotency-Key": event.event_id },
      },
    ]);
    expect(await service.list("ann")).toHaveLength(1);
  });

  test.each(["email", "push"] as const)("by %s comes once for two deliveries", async (method) => {
    const event = reminderOf(method);
    await service.deliver(event);
    expect(await service.deliver(event)).toEqual(success);
    expect(service.sidecar.bindings).toHaveLength(1);
  });

  test.each(["joe", "nobody"])(
    "by email stands in the page only when %s has no address, and the log says so",
    async (user) => {
      expect(await service.deliver(reminderOf("email", { user_id: user }))).toEqual(success);
      expect(await service.list(user)).toHaveLength(1);
      expect(service.sidecar.bindings).toEqual([]);
      expect(service.log.lines).toContainEqual(expect.stringContaining("by email: no address"));
    },
  );

  test("with a hostile title makes no header, no other receiver and no markup", async () => {
    const title = 'x\r\nBcc: eve@example.org\u2028<img src=x onerror="a()">&\'';
    await service.deliver(reminderOf("email", { title, due_at: null }));
    const [mail] = service.sidecar.bindings;
    expect(mail?.metadata["subject"]).toBe('Reminder: x Bcc: eve@example.org <img src=x onerror="a()">&\'');
    expect(mail?.data).toContain("&lt;img src=x onerror=&quot;a()&quot;&gt;&amp;&#39;</p>");
    expect(mail?.data).not.toContain("<img");
  });
});

describe("while a provider fails", () => {
  test.each([
    ["email", "mail", "error from smtp binding, sending email failed: dial tcp: connection refused"],
    ["email", "mail", smtp("451 4.3.0 try again later")],
    ["email", "mail", smtp("554 5.7.1 relay access denied")],
    ["email", "mail", "error from smtp binding, sending email failed: 535 5.7.8 wrong password"],
    [
      "email",
      "mail",
      "error from SendGrid: sending email failed: 401 {Errors:[{Field:<nil> Message:revoked Help:<nil>}]}",
    ],
    ["push", "push", "received status code 503"],
    ["push", "push", "received status code 401"],
  ] as const)("a reminder by %s comes again (%s: %s), and the page has it once", async (method, binding, message) => {
    const event = reminderOf(method);
    service.sidecar.bound = ({ name }) => failure(name, message);
    expect((await service.deliver(event)).status).toBe(500);
    expect((await service.deliver(event)).status).toBe(500);
    service.sidecar.bound = () => new Response(null, { status: 204 });
    expect(await service.deliver(event)).toEqual(success);
    expect(await service.deliver(event)).toEqual(success);
    expect(service.sidecar.bindings.map(({ name }) => name)).toEqual([binding]);
    expect(await service.list("ann")).toHaveLength(1);
  });

  test("the key of a message is the same each time", async () => {
    const event = reminderOf("email");
    await service.deliver(event);
    service.sidecar.state.delete(`event-${event.event_id}`);
    await service.deliver(event);
    expect(service.sidecar.bindings).toHaveLength(2);
    expect(service.sidecar.bindings[1]).toEqual(service.sidecar.bindings[0]);
    expect(await service.list("ann")).toHaveLength(1);
  });

  test("a reminder by email comes again while the backend, which knows the address, is down", async () => {
    const event = reminderOf("email");
    service.sidecar.down.add("invoke");
    expect((await service.deliver(event)).status).toBe(500);
    service.sidecar.down.clear();
    expect(await service.deliver(event)).toEqual(success);
    expect(service.sidecar.bindings).toHaveLength(1);
  });
});

describe("an address that the provider refuses for good", () => {
  test.each([
    ["email", smtp("550 5.1.1 There is no such mailbox")],
    ["email", smtp("550 no such user here")],
    ["email", smtp("552 5.2.2 mailbox full")],
    [
      "email",
      "error from SendGrid: sending email failed: 400 {Errors:[{Field:personalizations.0.to.0.email Message:no Help:<nil>}]}",
    ],
    ["push", "received status code 410"],
  ] as const)("is given up by %s (%s), and the page says so once", async (method, message) => {
    const event = reminderOf(method);
    service.sidecar.bound = ({ name }) => failure(name, message);
    expect(await service.deliver(event)).toEqual(success);
    service.sidecar.state.delete(`event-${event.event_id}`);
    expect(await service.deliver(event)).toEqual(success);
    expect((await service.list("ann")).map((each) => each.message)).toEqual([
      "Reminder: Buy milk",
      `The ${method} message about “Buy milk” could not be delivered. Check your address.`,
    ]);
  });

  test.each(["ann@example.org;eve@example.org", "ann"])(
    "is not even tried when it is no address: %s",
    async (address) => {
      service.emails.set("ann", address);
      expect(await service.deliver(reminderOf("email"))).toEqual(success);
      expect(service.sidecar.bindings).toEqual([]);
      expect(await service.list("ann")).toHaveLength(2);
    },
  );
});

test("mails never overlap, and each goes to its own receiver, also when one fails", async () => {
  let [open, most] = [0, 0];
  const subjects = new Map<string, string>();
  service.sidecar.bound = async ({ name, metadata }) => {
    most = Math.max(most, ++open);
    await delay(10);
    open -= 1;
    if (metadata["subject"] === "Reminder: 3") return failure(name, smtp("451 4.3.0 try again later"));
    subjects.set(metadata["subject"] ?? "", metadata["emailTo"] ?? "");
    return new Response(null, { status: 204 });
  };
  const users = ["ann", "bob", "ann", "bob", "ann", "bob"];
  const events = users.map((user_id, index) => reminderOf("email", { user_id, title: String(index) }));
  const answers = await Promise.all(events.map((event) => service.deliver(event)));
  expect(most).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 500, 200, 200]);
  const expected = users.map((user, index) => [`Reminder: ${index}`, `${user}@example.org`]);
  expect([...subjects].toSorted()).toEqual(expected.filter(([subject]) => subject !== "Reminder: 3"));
});

test("the reminders' route refuses all but the sidecar", async () => {
  expect((await service.post("/reminders", {}, { "dapr-api-token": "x" })).status).toBe(401);
});
