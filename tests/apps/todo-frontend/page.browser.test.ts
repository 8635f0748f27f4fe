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

beforeAll(async () => {
  execFileSync(process.execPath, [join(import.meta.dirname, "../../../apps/build.mjs")], { stdio: "pipe" });
  platform = await startAppPlatform();
  broker = setInterval(() => void platform.deliver(), 50);
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  page = await browser.newPage();
  page.setDefaultTimeout(5000);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      faults.push(message.text());
  });
  await page.goto(platform.apps.get("todo-frontend")?.url ?? "");
});

afterAll(async () => {
  clearInterval(broker);
  await browser.close();
  await platform.stop();
});

const at = (id: string) => page.getByTestId(id);
const tasks = () => at("task-item").locator(".name").allInnerTexts();

test("a wrong password is said so, and the right one leads to an empty list", async () => {
  await at("username").fill("demo");
  await at("password").fill("wrong");
  await at("sign-in").click();
  await at("sign-in-error").waitFor();
  expect(await at("sign-in-error").innerText()).toBe("User name or password is wrong.");
  await at("password").fill("the-password");
  await page.keyboard.press("Enter");
  await expect.poll(() => at("task-state").innerText()).toBe("No tasks yet. Add your first one above.");
});

test("a task is added by keyboard and listed, and its title is no HTML", async () => {
  await at("task-input").fill("<b>Buy</b> milk");
  await page.keyboard.press("Enter");
  await expect.poll(tasks).toEqual(["<b>Buy</b> milk"]);
  expect(await at("open-count").innerText()).toBe("1 open");
});

test("the notification and the activity of a task have the same correlation id", async () => {
  const notification = at("notification-item").filter({ hasText: "Task added: <b>Buy</b> milk" });
  const activity = at("activity-item").filter({ hasText: "Added: <b>Buy</b> milk" });
  await notification.waitFor();
  await activity.waitFor();
  const id = await notification.getAttribute("data-correlation-id");
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await activity.getAttribute("data-correlation-id")).toBe(id);
});

test("a completed task stays as done, a deleted one goes", async () => {
  await at("complete-task").click();
  await expect.poll(() => at("task-item").getAttribute("data-completed")).toBe("true");
  expect(await at("complete-task").isDisabled()).toBe(true);
  await at("delete-task").click();
  await expect.poll(tasks).toEqual([]);
});

test("a change in another window appears by itself", async () => {
  const url = `${platform.apps.get("todo-frontend")?.url}/api/tasks`;
  const session = await page.evaluate<string>("sessionStorage.getItem('todo-session')");
  const { token } = JSON.parse(session) as { token: string };
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  await fetch(url, { method: "POST", headers, body: '{"title":"From elsewhere"}' });
  await expect.poll(tasks, { timeout: 5000 }).toEqual(["From elsewhere"]);
});

test("the page fits a phone's width, light and dark, and every field and button has a name", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  }
  const fields = await page.locator("button:visible, input:visible, select:visible").all();
  const named = fields.map((field) =>
    field.evaluate((node: unknown) => {
      const { labels, ariaLabel, innerText } = node as Record<"ariaLabel" | "innerText", string> & {
        labels?: unknown[];
      };
      return Boolean(labels?.length || ariaLabel || innerText);
    }),
  );
  expect(await Promise.all(named)).toEqual(fields.map(() => true));
});

test("while the services are down an error is shown and nothing is lost, and it works again afterwards", async () => {
  platform.sidecar.down.add("invoke");
  await at("task-input").fill("Later");
  await at("add-task").click();
  await expect.poll(() => at("task-error").innerText()).toBe("The service is not available at the moment. Try again.");
  expect([await at("task-input").inputValue(), await tasks()]).toEqual(["Later", ["From elsewhere"]]);
  await expect.poll(() => at("live-state").innerText(), { timeout: 4000 }).toBe("○ reconnecting …");
  platform.sidecar.down.clear();
  await at("add-task").click();
  await expect.poll(tasks).toEqual(["Later", "From elsewhere"]);
  await expect.poll(() => at("live-state").innerText(), { timeout: 4000 }).toBe("● live");
});

test("signing out leads back to the form and leaves nothing of the user", async () => {
  await at("sign-out").click();
  await at("sign-in-form").waitFor();
  expect(await page.evaluate("sessionStorage.length")).toBe(0);
  expect(await at("task-list").innerHTML()).toBe("");
});

test("the browser reports no fault: no script error and no breach of the content policy", () => {
  expect(faults).toEqual([]);
});
