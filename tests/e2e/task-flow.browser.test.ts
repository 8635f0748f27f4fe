import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { chromiumFlags, chromiumPath } from "../support/chromium.ts";
import { signIn, type TodoApi } from "./support/todo-api.ts";
import { eventually } from "./support/eventually.ts";

const platform = inject("platform");
const title = `Buy a kettle ${Date.now()}`;
const inTime = { timeout: 15_000 };

let browser: Browser;
let page: Page;
let api: TodoApi;
const faults: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  api = await signIn(platform);
});

afterAll(() => browser.close());

const item = () => page.getByTestId("task-item").filter({ hasText: title });
const notification = (eventType: string) =>
  page.locator(`[data-testid=notification-item][data-event-type="${eventType}"]`).filter({ hasText: title });
const activity = (eventType: string) =>
  page.locator(`[data-testid=activity-item][data-event-type="${eventType}"]`).filter({ hasText: title });

const screenshot = async (name: string): Promise<void> => {
  const path = join(await mkdtemp(join(tmpdir(), "todo-screenshot-")), `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  console.log(`Screenshot: ${path}`);
};

test("a wrong password is refused with a message and leaves the user at the sign-in form", async () => {
  await page.goto(platform.ui);
  await page.getByTestId("username").fill(platform.demo.username);
  await page.getByTestId("password").fill("not the password");
  await page.getByTestId("sign-in").click();
  await page.getByTestId("sign-in-error").waitFor(inTime);
  expect(await page.getByTestId("sign-in-error").textContent()).toBe("User name or password is wrong.");
  expect(await page.getByTestId("task-list").isVisible()).toBe(false);
  // The browser itself reports the 401 that was asked for.
  expect(faults.splice(0)).toEqual([
    "Failed to load resource: the server responded with a status of 401 (Unauthorized)",
  ]);
});

test("the demo user signs in and sees the live feed connect", async () => {
  await page.getByTestId("password").fill(platform.demo.password);
  await page.getByTestId("sign-in").click();
  await page.getByTestId("open-count").filter({ hasText: "open" }).waitFor(inTime);
  await page.getByTestId("live-state").filter({ hasText: "live" }).waitFor(inTime);
  expect(await page.getByTestId("sign-in-form").isVisible()).toBe(false);
});

test("a task that is added is listed, notified, and in the audit trail under the correlation id of the request", async () => {
  await page.getByTestId("search").fill(title);
  await page.getByTestId("task-input").fill(title);
  await page.getByTestId("task-details").click();
  await page.getByTestId("task-priority").selectOption("high");
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST" && response.url().endsWith("/api/tasks")),
    page.getByTestId("save-task").click(),
  ]);
  expect(answer.status()).toBe(201);
  const correlationId = await answer.headerValue("x-correlation-id");
  expect(correlationId).toMatch(/\S/);
  await item().waitFor(inTime);
  expect(await item().count()).toBe(1);
  await notification("task.created").waitFor(inTime);
  expect(await notification("task.created").getAttribute("data-correlation-id")).toBe(correlationId);
  await page.getByTestId("go-activity").click();
  await activity("task.created").waitFor(inTime);
  expect(await activity("task.created").getAttribute("data-correlation-id")).toBe(correlationId);
  const entries = await api.audit(`correlation_id=${correlationId}`);
  expect(entries.map(({ event_type, source, user_id }) => ({ event_type, source, user_id }))).toEqual([
    { event_type: "task.created", source: "todo-backend", user_id: platform.demo.username },
  ]);
  await screenshot("added");
});

test("a task that is completed is shown as done and leaves the open count", async () => {
  await page.getByTestId("go-tasks").click();
  await page.getByTestId("filter-all").check();
  await page.getByTestId("open-count").filter({ hasText: "1 open" }).waitFor(inTime);
  await item().getByTestId("complete-task").click();
  await item().and(page.locator("[data-completed=true]")).waitFor(inTime);
  expect(await page.getByTestId("open-count").textContent()).toBe("0 open");
  await page.getByTestId("go-activity").click();
  await activity("task.completed").waitFor(inTime);
});

test("a task that is deleted leaves the list and stays in the audit trail", async () => {
  await page.getByTestId("go-tasks").click();
  const id = (await item().getAttribute("data-task-id")) ?? "";
  await item().getByTestId("delete-task").click();
  await item().waitFor({ ...inTime, state: "detached" });
  await page.getByTestId("go-activity").click();
  await activity("task.deleted").waitFor(inTime);
  const types = await eventually(async () => {
    const entries = await api.audit(`task_id=${id}`);
    expect(entries).toHaveLength(3);
    return entries.map(({ event_type }) => event_type);
  });
  expect(types).toEqual(["task.deleted", "task.completed", "task.created"]);
  await screenshot("deleted");
});

test("the page keeps its session over a reload, forgets it at sign-out, and its scripts had no fault", async () => {
  await page.reload();
  await page.getByTestId("live-state").filter({ hasText: "live" }).waitFor(inTime);
  await page.getByTestId("account").click();
  await page.getByTestId("sign-out").click();
  await page.getByTestId("sign-in-form").waitFor(inTime);
  await page.reload();
  await page.getByTestId("sign-in-form").waitFor(inTime);
  expect(faults).toEqual([]);
});
