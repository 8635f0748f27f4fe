import { expect, inject, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { runCli } from "./support/run-program.ts";
import { signUp, type TodoApi } from "./support/todo-api.ts";

const platform = inject("platform");

interface Message {
  readonly channel: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly idempotency_key: string | null;
}

/** What the sink has taken for a receiver, by the CLI. */
async function messages(to: string): Promise<Message[]> {
  const { code, stdout, stderr } = await runCli(["messages", "--to", to, "--cluster", platform.cluster, "--json"]);
  if (code !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as { messages: Message[] }).messages;
}

const soon = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
const reminders = async (api: TodoApi, task: string) =>
  (await api.audit(`task_id=${task}`)).filter((entry) => entry.event_type === "reminder.due");

test("a reminder by email comes once, at its time: in the mailbox, in the page and in the audit trail", async () => {
  const address = "reminded@example.org";
  const api = await signUp(platform, "mail", address);
  const remind_at = soon(3000);
  const title = "Water <b>the</b> plants";
  const { id } = await api.add({ title, remind_at, notification_method: "email" });
  await eventually(async () => expect(await reminders(api, id)).toHaveLength(1), 60_000);
  const [entry] = await reminders(api, id);
  expect(Date.parse(entry?.timestamp ?? "")).toBeGreaterThanOrEqual(Date.parse(remind_at));
  const mail = await eventually(async () => {
    const found = (await messages(address)).filter(({ subject }) => subject.includes("Water"));
    expect(found).toHaveLength(1);
    return found[0];
  });
  expect(mail).toMatchObject({ channel: "mail", to: [address] });
  expect(mail?.html).toContain("Water &lt;b&gt;the&lt;/b&gt; plants");
  expect(mail?.html).toContain(entry?.event_id);
  const shown = (await api.notifications()).filter((each) => each.event_type === "reminder.due");
  expect(shown).toMatchObject([{ id: entry?.event_id, task_id: id }]);
});

test("a reminder by push reaches the push service with the event's id as its idempotency key", async () => {
  const api = await signUp(platform, "push");
  const { id } = await api.add({ title: "Call Bob", remind_at: soon(1000), notification_method: "push" });
  const push = await eventually(async () => {
    const found = await messages(api.user);
    expect(found).toHaveLength(1);
    return found[0];
  }, 60_000);
  const [entry] = await reminders(api, id);
  expect(push).toMatchObject({ channel: "push", to: [api.user], idempotency_key: entry?.event_id });
});

test("what is no longer due is not reminded of: completed, moved or deleted before its time", async () => {
  const api = await signUp(platform, "quiet");
  const due = { remind_at: soon(5000) };
  const [done, moved, gone, kept] = await Promise.all(
    ["done", "moved", "gone", "kept"].map((title) => api.add({ title, ...due })),
  );
  await api.call("POST", `/api/tasks/${done?.id}/complete`);
  await api.call("PATCH", `/api/tasks/${moved?.id}`, { remind_at: soon(3_600_000) });
  await api.call("DELETE", `/api/tasks/${gone?.id}`);
  const told = async () =>
    (await api.notifications()).filter((each) => each.event_type === "reminder.due").map(({ task_id }) => task_id);
  await eventually(async () => expect(await told()).toEqual([kept?.id]), 60_000);
  expect(await told()).toEqual([kept?.id]);
});
