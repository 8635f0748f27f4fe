import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startAppPlatform } from "../../support/app-platform.ts";
import type { AppPlatform } from "../../support/app-platform.ts";
import { chromiumFlags, chromiumPath } from "../../support/chromium.ts";

let platform: AppPlatform;
let browser: Browser;
let page: Page;
let broker: NodeJS.Timeout;
const faults: string[] = [];
const inTime = { timeout: 8000 };

beforeAll(async () => {
  execFileSync(process.execPath, [join(import.meta.dirname, "../../../apps/build.mjs")], { stdio: "pipe" });
  platform = await startAppPlatform();
  broker = setInterval(() => void platform.deliver(), 50);
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  page = await browser.newPage({
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 900 },
  });
  page.setDefaultTimeout(8000);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(platform.apps.get("todo-frontend")?.url ?? "");
});

afterAll(async () => {
  clearInterval(broker);
  await browser.close();
  await platform.stop();
});

const at = (id: string) => page.getByTestId(id);
const task = (title: string) => at("task-item").filter({ hasText: title });

test("a new user signs up and sees the notifications come in live", async () => {
  await at("turn-form").click();
  await at("username").fill("carla");
  await at("password").fill("a long password");
  await at("email").fill("carla@example.com");
  await at("sign-up").click();
  await at("task-state").waitFor();
  await at("live-state").filter({ hasText: "live" }).waitFor();
  await at("notification-item").filter({ hasText: "You have signed in." }).waitFor();
});

test("a recurring task is added, tells its next dates, and comes again when it is completed", async () => {
  await at("task-input").fill("Water the plants");
  await at("task-details").click();
  await at("task-due").fill("2030-03-30T09:00");
  await at("task-tags").fill("home");
  await at("task-repeat").selectOption({ label: "Every day" });
  await at("task-remind").selectOption({ label: "1 hour before" });
  await at("save-task").click();
  await task("Water the plants").filter({ hasText: "Sat, 30 Mar 2030, 09:00" }).waitFor();
  await at("notification-item").filter({ hasText: "Water the plants" }).waitFor();
  await task("Water the plants").getByTestId("edit-task").click();
  await expect.poll(() => at("next-dates").locator("li").first().innerText(), inTime).toBe("Sun, 31 Mar 2030, 09:00");
  await page.keyboard.press("Escape");
  await task("Water the plants").getByTestId("complete-task").click();
  await task("Water the plants").filter({ hasText: "Sun, 31 Mar 2030, 09:00" }).waitFor();
});

test("the list is filtered, searched and sorted by the services", async () => {
  await at("task-input").fill("Buy 100% juice");
  await page.keyboard.press("Enter");
  await task("Buy 100% juice").waitFor();
  await at("search").fill("100%");
  await expect.poll(() => at("task-item").locator(".name").allInnerTexts(), inTime).toEqual(["Buy 100% juice"]);
  await at("clear-filters").click();
  await at("filter-tag").selectOption("home");
  await expect.poll(() => at("task-item").locator(".name").allInnerTexts(), inTime).toEqual(["Water the plants"]);
  await at("filter-all").check();
  await expect.poll(() => at("task-item").count(), inTime).toBe(2);
  for (const sort of ["-due_at", "-priority", "-created_at", "created_at", "title", "due_at"]) {
    await at("filter-sort").selectOption(sort);
    await expect.poll(() => at("task-item").count(), inTime).toBe(2);
  }
  await at("clear-filters").click();
  expect(await at("load-error").count()).toBe(0);
});

test("a change elsewhere meets the one in the editor, and both are kept", async () => {
  const id = await task("juice").getAttribute("data-task-id");
  await task("juice").getByTestId("edit-task").click();
  await at("task-title").fill("Buy apple juice");
  const session = await page.evaluate<string>("sessionStorage.getItem('todo-session')");
  const { token } = JSON.parse(session) as { token: string };
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const url = `${platform.apps.get("todo-frontend")?.url}/api/tasks/${id}`;
  await fetch(url, { method: "PATCH", headers, body: '{"priority":"high"}' });
  await at("save-task").click();
  await at("conflict").waitFor();
  await at("keep-mine").click();
  await task("Buy apple juice").filter({ hasText: "High" }).waitFor();
  // The browser itself reports the 412.
  expect(faults.splice(0)).toEqual([expect.stringContaining("412")]);
});

test("the assistant works with the same tasks", async () => {
  await at("go-assistant").click();
  await at("chat-input").fill("Add task Call the dentist #health !high");
  await at("chat-send").click();
  await at("chat-tool").filter({ hasText: "create_task" }).waitFor();
  await at("go-tasks").click();
  await task("Call the dentist").filter({ hasText: "#health" }).waitFor();
});

test("the activity tells it all, and is counted", async () => {
  await at("go-activity").click();
  for (const text of [
    "Added: Call the dentist",
    "Changed: Buy apple juice",
    "Completed: Water the plants",
    "Signed up",
  ]) {
    await at("activity-item").filter({ hasText: text }).waitFor();
  }
  await expect.poll(() => at("event-summary").innerText(), inTime).toMatch(/added\s+4\s/);
});

test("the account is shown, and signing out makes the token worthless", async () => {
  await at("account").click();
  await expect.poll(() => at("account-email").inputValue()).toBe("carla@example.com");
  const session = await page.evaluate<string>("sessionStorage.getItem('todo-session')");
  await at("sign-out").click();
  await at("sign-in-form").waitFor();
  const { token } = JSON.parse(session) as { token: string };
  const url = `${platform.apps.get("todo-frontend")?.url}/api/tasks`;
  expect((await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
});

test("the browser reports no fault: no script error, no failed request, no breach of the content policy", () => {
  expect(faults).toEqual([]);
});
