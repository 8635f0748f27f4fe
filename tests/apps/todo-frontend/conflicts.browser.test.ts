import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startPagePlatform } from "./support/page-platform.ts";
import type { PagePlatform } from "./support/page-platform.ts";

let platform: PagePlatform;
let page: Page;
let id: string;

beforeAll(async () => {
  platform = await startPagePlatform();
});

afterAll(async () => {
  await platform.stop();
  expect(platform.faults).toEqual([]);
});

const titles = (of: Page) => of.getByTestId("task-item").locator(".name").allInnerTexts();
const at = (name: string) => page.getByTestId(name);
const task = () => platform.api.tasks.all.find((each) => each.id === id);

/** A page that sees version 1 of a task, and is told of no later one. */
beforeEach(async () => {
  const api = platform.reset();
  id = api.tasks.put("ann", { title: "Paint the door", description: "Red" }).id;
  page = await platform.signedIn();
  await at("task-item").waitFor();
  await at("live-state").filter({ hasText: "live" }).waitFor();
  return () => page.context().close();
});

/** A change in another window, of which no notification comes. */
const changeElsewhere = (change: object): void => {
  platform.api.failing.add("GET /api/notifications");
  platform.api.tasks.change("ann", id, change);
};

const editTitle = async (title: string): Promise<void> => {
  await at("edit-task").click();
  await at("task-title").fill(title);
  changeElsewhere({ description: "Blue", priority: "high" });
  await at("save-task").click();
  await at("conflict").waitFor();
};

const rows = () => at("conflict-row").allInnerTexts();

test("a change in another window appears by itself", async () => {
  platform.api.tasks.create("ann", { title: "From elsewhere" });
  await expect.poll(() => titles(page), { timeout: 5000 }).toContain("From elsewhere");
});

test("two users see their own tasks only, each at once", async () => {
  platform.api.users.set("bob", { password: "bob's password", email: null });
  const bobs = await platform.signedIn("bob");
  await bobs.getByTestId("task-input").fill("Bob's task");
  await bobs.keyboard.press("Enter");
  await expect.poll(() => titles(bobs)).toEqual(["Bob's task"]);
  await bobs.getByTestId("notification-item").waitFor();
  expect([await titles(page), await at("notification-item").count()]).toEqual([["Paint the door"], 0]);
  await bobs.context().close();
});

test("a conflict shows what was changed elsewhere, and keeping mine keeps the other fields of theirs", async () => {
  await editTitle("Paint the gate");
  expect((await rows()).map((row) => row.replace(/\s+/g, " "))).toEqual([
    "Title Paint the door Paint the gate",
    "Description Blue was Red not changed",
    "Priority high was medium not changed",
  ]);
  await at("keep-mine").click();
  await expect.poll(() => titles(page)).toEqual(["Paint the gate"]);
  await expect.poll(() => task()).toMatchObject({ title: "Paint the gate", description: "Blue", version: 3 });
});

test("taking theirs leaves the task as it was changed elsewhere", async () => {
  await editTitle("Paint the gate");
  await page.keyboard.press("Escape");
  await at("conflict").waitFor({ state: "detached" });
  await expect.poll(() => titles(page)).toEqual(["Paint the door"]);
  expect(await at("task-item").innerText()).toContain("Blue");
  expect(task()).toMatchObject({ title: "Paint the door", version: 2 });
});

test("a completion that meets a change is taken back until the user has decided", async () => {
  changeElsewhere({ title: "Paint both doors" });
  await at("complete-task").click();
  await at("conflict").waitFor();
  expect(await titles(page)).toEqual(["Paint both doors"]);
  await at("keep-mine").click();
  await expect.poll(() => task()?.completed).toBe(true);
});

test("a deletion that meets a change asks again", async () => {
  changeElsewhere({ title: "Keep me" });
  await at("delete-task").click();
  await at("conflict").waitFor({ timeout: 8000 });
  expect(await at("take-theirs").innerText()).toBe("Keep the task");
  await at("keep-mine").click();
  await expect.poll(() => task()).toBeUndefined();
  expect(await titles(page)).toEqual([]);
});

test("a task that was deleted elsewhere leaves the list with a word", async () => {
  platform.api.failing.add("GET /api/notifications");
  platform.api.tasks.delete("ann", id);
  await at("complete-task").click();
  await at("toast").getByText("“Paint the door” was deleted elsewhere.").waitFor();
  expect(await titles(page)).toEqual([]);
});
