import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startPagePlatform } from "./support/page-platform.ts";
import type { PagePlatform } from "./support/page-platform.ts";

let platform: PagePlatform;
let page: Page;

beforeAll(async () => {
  platform = await startPagePlatform();
});

afterAll(async () => {
  await platform.stop();
  expect(platform.faults).toEqual([]);
});

const at = (id: string) => page.getByTestId(id);
const titles = () => at("task-item").locator(".name").allInnerTexts();
const banner = () => at("status-banner").innerText();

beforeEach(async () => {
  platform.sidecar.down.clear();
  platform.reset().tasks.put("ann", { title: "There before" });
  page = await platform.signedIn();
  await at("task-item").waitFor();
  return () => page.context().close();
});

test("a list that cannot be loaded says so, keeps what was shown, and is loaded by trying again", async () => {
  platform.api.failing.add("GET /api/tasks");
  await at("filter-all").check();
  await at("load-error").waitFor();
  expect(await at("load-error").locator("p").innerText()).toBe("Your tasks cannot be loaded. Something is broken.");
  expect(await titles()).toEqual(["There before"]);
  platform.api.failing.clear();
  await at("retry").click();
  await at("load-error").waitFor({ state: "detached" });
  expect(await titles()).toEqual(["There before"]);
});

test("a task that is not taken leaves the list, and its text is in the field again", async () => {
  platform.api.failing.add("POST /api/tasks");
  await at("task-input").fill("Later");
  await at("add-task").click();
  await at("task-error").waitFor();
  expect([await at("task-error").innerText(), await at("task-input").inputValue(), await titles()]).toEqual([
    "Something is broken.",
    "Later",
    ["There before"],
  ]);
  platform.api.failing.clear();
  await at("add-task").click();
  await expect.poll(async () => (await titles()).length).toBe(2);
  expect(await at("task-error").count()).toBe(0);
});

test("a completion that fails is taken back, and can be tried again", async () => {
  const { id } = platform.api.tasks.all[0] ?? { id: "" };
  platform.api.failing.add(`POST /api/tasks/${id}/complete`);
  await at("complete-task").click();
  await at("toast").getByText("“There before” is not completed.").waitFor();
  expect(await titles()).toEqual(["There before"]);
  platform.api.failing.clear();
  await at("toast").getByText("Try again").click();
  await expect.poll(titles).toEqual([]);
});

test("a change that fails stays in the editor", async () => {
  const { id } = platform.api.tasks.all[0] ?? { id: "" };
  platform.api.failing.add(`PATCH /api/tasks/${id}`);
  await at("edit-task").click();
  await at("task-title").fill("Another title");
  await at("save-task").click();
  await at("editor-error").waitFor();
  expect([await at("task-title").inputValue(), await at("editor-error").innerText()]).toEqual([
    "Another title",
    "Something is broken.",
  ]);
  await page.keyboard.press("Escape");
  expect(await titles()).toEqual(["There before"]);
});

test("late events and a missing cache are said in a banner, and nothing when all is well", async () => {
  expect(await banner()).toBe("");
  const parts = { cache: "unavailable", events: "delayed" } as const;
  platform.api.status = { status: "degraded", parts, waiting_events: 3 };
  await page.reload();
  await expect
    .poll(banner)
    .toBe("Your changes are kept; notifications and activity follow later. 3 events are waiting.");
  platform.api.status = { status: "degraded", parts: { ...parts, events: "ok" }, waiting_events: 0 };
  await page.reload();
  await expect.poll(banner).toBe("Everything works, if a little slower than usual.");
});

test("services that do not answer are said at once, and the page goes on by itself afterwards", async () => {
  platform.sidecar.down.add("invoke");
  await at("task-input").fill("Offline");
  await at("add-task").click();
  await expect.poll(() => at("task-error").innerText()).toBe("The service is not available at the moment. Try again.");
  await expect.poll(banner).toBe("The service cannot be reached at the moment. This page tries again by itself.");
  await expect.poll(() => at("live-state").innerText(), { timeout: 4000 }).toBe("reconnecting …");
  platform.sidecar.down.clear();
  platform.api.tasks.put("ann", { title: "Meanwhile" });
  await expect.poll(banner, { timeout: 6000 }).toBe("");
  await expect.poll(() => at("live-state").innerText(), { timeout: 4000 }).toBe("live");
  await expect.poll(async () => (await titles()).includes("Meanwhile")).toBe(true);
});

test.each([
  ["activity", "GET /api/audit"],
  ["assistant", "POST /api/chat"],
])("%s shows its own error and works again after another try", async (view, call) => {
  platform.api.failing.add(call);
  await at(`go-${view}`).click();
  if (view === "assistant") {
    await at("chat-input").fill("Hello");
    await at("chat-send").click();
    await at("chat-error").waitFor();
    expect(await at("chat-input").inputValue()).toBe("Hello");
    platform.api.failing.clear();
    await at("chat-send").click();
    await at("chat-assistant").waitFor();
  } else {
    await at("load-error").waitFor();
    platform.api.failing.clear();
    await at("retry").click();
    await page.getByText("Nothing happened yet.").waitFor();
  }
});

test("a session that has ended leads to the sign-in form, which says why", async () => {
  platform.api.tokens.clear();
  await at("sign-in-error").waitFor();
  expect(await at("sign-in-error").innerText()).toBe("Your session has ended. Sign in again.");
});

test("a session that the server cannot end is left all the same, and it is said", async () => {
  platform.api.failing.add("DELETE /api/sessions/current");
  await at("account").click();
  await at("sign-out").click();
  await at("sign-in-error").waitFor();
  expect(await at("sign-in-error").innerText()).toBe(
    "You are signed out of this window. The server could not end the session.",
  );
  expect(await page.evaluate("sessionStorage.length")).toBe(0);
});
