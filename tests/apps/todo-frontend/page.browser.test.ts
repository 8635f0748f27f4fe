import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPagePlatform } from "./support/page-platform.ts";
import type { PagePlatform } from "./support/page-platform.ts";

let platform: PagePlatform;
let page: Page;

beforeAll(async () => {
  platform = await startPagePlatform();
  page = await platform.open({ timezoneId: "Europe/Berlin" });
});

afterAll(() => platform.stop());

const at = (id: string) => page.getByTestId(id);
const focused = () => page.evaluate("document.activeElement.dataset.testid");
const titles = () => at("task-item").locator(".name").allInnerTexts();
const task = (title: string) => at("task-item").filter({ hasText: title });
const known = (title: string) => platform.api.tasks.all.find((each) => each.title === title);

test("a wrong password is said so, and the right one leads to an empty list", async () => {
  await at("username").fill("ann");
  await at("password").fill("wrong");
  await at("sign-in").click();
  await at("sign-in-error").waitFor();
  expect(await at("sign-in-error").innerText()).toBe("User name or password is wrong.");
  await at("password").fill("a good password");
  await page.keyboard.press("Enter");
  await expect.poll(() => at("task-state").innerText()).toContain("No open tasks.");
});

test("a task is added by keyboard and listed, and its title is no HTML", async () => {
  await page.keyboard.press("n");
  await page.keyboard.type("<b>Buy</b> milk");
  await page.keyboard.press("Enter");
  await expect.poll(titles).toEqual(["<b>Buy</b> milk"]);
  await expect.poll(() => at("open-count").innerText()).toBe("1 open");
  expect([await at("task-input").inputValue(), known("<b>Buy</b> milk")?.time_zone]).toEqual(["", "Europe/Berlin"]);
});

test("the notification and the activity of a task have the same correlation id", async () => {
  const notification = at("notification-item").filter({ hasText: "Task added: <b>Buy</b> milk" });
  await notification.waitFor();
  const id = await notification.getAttribute("data-correlation-id");
  await at("go-activity").click();
  const activity = at("activity-item").filter({ hasText: "Added: <b>Buy</b> milk" });
  await activity.waitFor();
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await activity.getAttribute("data-correlation-id")).toBe(id);
  expect(await at("event-summary").innerText()).toMatch(/added\s+1\s+changed\s+0/);
  await page.goBack();
});

test("the editor sends every field, in the time zone of the browser", async () => {
  await at("task-input").fill("Stand-up");
  await at("task-details").click();
  expect(await at("task-title").inputValue()).toBe("Stand-up");
  await at("task-description").fill("Short");
  await at("task-due").fill("2026-07-01T09:30");
  await at("task-priority").selectOption("high");
  await at("task-tags").fill(" work, team ,work");
  await at("task-repeat").selectOption({ label: "Every weekday" });
  await at("task-remind").selectOption({ label: "15 minutes before" });
  await at("task-method").selectOption("email");
  await at("save-task").click();
  await task("Stand-up").waitFor();
  await expect.poll(() => known("Stand-up")).toBeDefined();
  expect(known("Stand-up")).toMatchObject({
    description: "Short",
    due_at: "2026-07-01T07:30:00.000Z",
    priority: "high",
    tags: ["work", "team"],
    recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    time_zone: "Europe/Berlin",
    remind_at: "2026-07-01T07:15:00.000Z",
    notification_method: "email",
  });
});

test("the editor says all that is missing, and changes only what was changed", async () => {
  platform.api.nextDates = ["2026-07-02T07:30:00Z"];
  await task("Stand-up").getByTestId("edit-task").click();
  await at("next-dates")
    .getByText(/Thu,? 2 Jul.*, 09:30/)
    .waitFor();
  await at("task-title").fill(" ");
  await at("task-due").fill("");
  await at("save-task").click();
  expect(await at("title-problem").innerText()).toBe("Give the task a title.");
  expect(await at("due-problem").innerText()).toBe("A recurring task needs a due date: its first one.");
  await expect.poll(focused).toBe("task-title");
  await at("task-title").fill("Daily stand-up");
  await at("task-due").fill("2026-07-01T09:30");
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === "PATCH"),
    at("save-task").click(),
  ]);
  expect(request.postDataJSON()).toEqual({ title: "Daily stand-up" });
  expect(await request.headerValue("if-match")).toBe('"1"');
  await task("Daily stand-up").waitFor();
});

test("a completed task leaves the open ones, can be opened again, and stands among the done ones", async () => {
  await task("milk").getByTestId("complete-task").click();
  await expect.poll(titles).toEqual(["Daily stand-up"]);
  await at("toast").getByText("Undo").click();
  await expect.poll(titles).toEqual(["Daily stand-up", "<b>Buy</b> milk"]);
  await expect.poll(() => known("<b>Buy</b> milk")?.completed).toBe(false);
  await task("milk").getByTestId("complete-task").click();
  await expect.poll(titles).toEqual(["Daily stand-up"]);
  await at("filter-completed").check();
  await expect.poll(titles).toEqual(["<b>Buy</b> milk"]);
  expect(await task("milk").getAttribute("data-completed")).toBe("true");
});

test("a deleted task can be taken back; it is deleted when the time for that has passed", async () => {
  await task("milk").getByTestId("delete-task").click();
  await expect.poll(titles).toEqual([]);
  await at("toast").filter({ hasText: "Deleted" }).getByText("Undo").click();
  await expect.poll(titles).toEqual(["<b>Buy</b> milk"]);
  await task("milk").getByTestId("delete-task").click();
  await expect.poll(titles).toEqual([]);
  expect(known("<b>Buy</b> milk")).toBeDefined();
  await expect.poll(() => known("<b>Buy</b> milk"), { timeout: 8000 }).toBeUndefined();
  await at("filter-open").check();
});

test("what was deleted is deleted at once when the page is left", async () => {
  platform.api.tasks.put("ann", { title: "Leaving" });
  await page.reload();
  await task("Leaving").getByTestId("delete-task").click();
  await page.reload();
  await expect.poll(() => known("Leaving")).toBeUndefined();
});

test("the list is filtered, searched and sorted, and goes on page by page", async () => {
  for (let index = 0; index < 120; index++) {
    const high = index % 10 === 0;
    const title = `Task ${String(index).padStart(3, "0")}`;
    platform.api.tasks.put("ann", { title, priority: high ? "high" : "low", tags: high ? ["ten"] : [] });
  }
  await at("filter-sort").selectOption("title");
  await expect.poll(() => at("open-count").innerText()).toBe("50+ open");
  await at("load-more").click();
  await expect.poll(() => at("open-count").innerText()).toBe("100+ open");
  await at("load-more").click();
  await expect.poll(() => at("open-count").innerText()).toBe("121 open");
  expect(await at("load-more").count()).toBe(0);
  expect((await titles()).slice(0, 3)).toEqual(["Daily stand-up", "Task 000", "Task 001"]);
  await at("filter-tag").selectOption("ten");
  await expect.poll(async () => (await titles()).length).toBe(12);
  await at("filter-priority").selectOption("low");
  await expect.poll(() => at("task-state").innerText()).toContain("No task fits.");
  await at("clear-filters").click();
  await page.keyboard.press("/");
  await page.keyboard.type("task 11");
  await expect.poll(async () => (await titles()).length).toBe(10);
  await at("search").fill("");
});

test("a task that is added beyond the page that is shown stays in sight when the list is read anew", async () => {
  await at("task-input").fill("Zzz, the last one");
  await at("filter-sort").selectOption("title");
  const reads = platform.api.calls.length;
  await at("add-task").click();
  await at("notification-item").filter({ hasText: "Zzz" }).waitFor();
  await expect.poll(() => platform.api.calls.slice(reads), { timeout: 5000 }).toContain("GET /api/tasks");
  await expect.poll(() => at("open-count").innerText()).toBe("51+ open");
  expect(await task("Zzz").count()).toBe(1);
});

test("the assistant answers, says which tools it used, and remembers over a reload", async () => {
  platform.api.answer = () => ({
    role: "assistant",
    text: "You have one task.",
    tools: [{ name: "list_tasks", ok: true, detail: "1 task" }],
    at: new Date().toISOString(),
  });
  await at("go-assistant").click();
  await at("chat-input").fill("What is open?");
  await page.keyboard.press("Enter");
  await at("chat-assistant").waitFor();
  await at("chat-tool").locator("summary").click();
  expect(await at("chat-tool").innerText()).toMatch(/list_tasks\s+1 task/);
  await page.reload();
  await at("chat-assistant").getByText("You have one task.").waitFor();
  await at("new-conversation").click();
  expect(await at("chat-assistant").count()).toBe(0);
});

test("the email address is changed in the account", async () => {
  await at("account").click();
  await at("account-email").fill("not an address");
  await at("save-email").click();
  await at("account-email-problem").waitFor();
  await at("account-email").fill("ann@new.example");
  await at("save-email").click();
  await at("email-saved").getByText("Your email address is saved.").waitFor();
  expect(platform.api.users.get("ann")?.email).toBe("ann@new.example");
});

test("signing out ends the session on the server and leaves nothing of the user", async () => {
  expect(platform.api.tokens.size).toBe(1);
  await at("sign-out").click();
  await at("sign-in-form").waitFor();
  expect(await page.evaluate("sessionStorage.length")).toBe(0);
  expect(await at("task-item").count()).toBe(0);
  await expect.poll(() => platform.api.tokens.size).toBe(0);
});

test("a sign-up shows all problems at once, and then leads to an empty list", async () => {
  await at("turn-form").click();
  await at("username").fill("b!");
  await at("password").fill("short");
  await at("email").fill("nowhere");
  await at("sign-up").click();
  await at("username-problem").waitFor();
  const wrong = ["username", "password", "email"].map((name) => at(`${name}-problem`).innerText());
  expect(await Promise.all(wrong)).toEqual([
    "Only letters, digits and . _ @ - may stand in a user name. At least 3 characters are needed.",
    "At least 10 characters are needed.",
    "Invalid email address.",
  ]);
  expect(await focused()).toBe("username");
  await at("username").fill("bob");
  await at("password").fill("long enough for all");
  await at("email").fill("");
  await at("sign-up").click();
  await expect.poll(() => at("task-state").innerText()).toContain("No open tasks.");
  expect(platform.api.users.get("bob")).toEqual({ password: "long enough for all", email: null });
});

test("all that a browser loads is below 40 KB when it is compressed", async () => {
  const files = ["", "main.js", "style.css", "icon.svg"].map(async (file) => {
    const answer = await fetch(`${platform.url}/${file}`);
    return gzipSync(await answer.bytes()).length;
  });
  const bytes = (await Promise.all(files)).reduce((sum, size) => sum + size, 0);
  expect({ tooLarge: bytes < 40_000 ? "no" : bytes }).toEqual({ tooLarge: "no" });
});

test("the browser reports no fault: no script error and no breach of the content policy", () => {
  expect(platform.faults).toEqual([]);
});
