import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPagePlatform } from "./support/page-platform.ts";
import type { PagePlatform } from "./support/page-platform.ts";
import { fillSampleDay } from "./support/sample-day.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const views = ["tasks", "notifications", "activity", "assistant"];
let platform: PagePlatform;

beforeAll(async () => {
  platform = await startPagePlatform();
});

afterAll(async () => {
  await platform.stop();
  expect(platform.faults).toEqual([]);
});

/** What axe finds, of whatever weight, as `rule: element`. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const hasSideScroll = (page: Page) => page.evaluate("document.documentElement.scrollWidth > innerWidth");

/** Looks at what is shown, in light and dark, wide and as narrow as a small phone. */
async function look(page: Page, where: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect({ where, colorScheme, found: await findings(page) }).toEqual({ where, colorScheme, found: [] });
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect({ where, phone: await findings(page) }).toEqual({ where, phone: [] });
  expect({ where, sideScroll: await hasSideScroll(page) }).toEqual({ where, sideScroll: false });
  if (size) await page.setViewportSize(size);
}

async function lookAtEveryView(page: Page, state: string): Promise<void> {
  for (const view of views) {
    await page.getByTestId(`go-${view}`).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect.poll(() => page.locator(".skeleton").count()).toBe(0);
    await look(page, `${view} ${state}`);
  }
}

const withoutMotion = { reducedMotion: "reduce" } as const;

test("signing in and signing up, also with problems", async () => {
  platform.reset();
  const page = await platform.open(withoutMotion);
  await look(page, "sign-in");
  await page.getByTestId("turn-form").click();
  await page.getByTestId("sign-up").click();
  await page.getByTestId("username-problem").waitFor();
  await look(page, "sign-up with problems");
  await page.context().close();
});

test("every view with data, and what opens above it", async () => {
  fillSampleDay(platform.reset());
  const page = await platform.signedIn("ann", withoutMotion);
  await page.getByTestId("notification-item").first().waitFor();
  await lookAtEveryView(page, "with data");
  await page.getByTestId("chat-input").fill("What is due?");
  await page.keyboard.press("Enter");
  await page.getByTestId("chat-tool").waitFor();
  await look(page, "a conversation");
  await page.getByTestId("account").click();
  await page.getByTestId("account-email").waitFor();
  await look(page, "account");
  await page.keyboard.press("Escape");
  await page.getByTestId("go-tasks").click();
  await page.getByTestId("edit-task").filter({ hasText: "Stand-up" }).click();
  await page.getByTestId("next-dates").locator("li").first().waitFor();
  await page.getByTestId("task-repeat").selectOption("custom");
  await page.getByTestId("task-rule").fill("never");
  await page.getByTestId("save-task").click();
  await page.getByTestId("rule-problem").waitFor();
  await look(page, "editor with a problem");
  await page.keyboard.press("Escape");
  await page.getByTestId("filter-all").check();
  await page.getByTestId("complete-task").first().click();
  await page.getByTestId("toast").waitFor();
  await look(page, "done tasks and a message");
  await page.context().close();
});

test("words without an end, many tags and many lines", async () => {
  const api = platform.reset();
  const word = "endless".repeat(28);
  const tags = Array.from({ length: 20 }, (_, index) => `${index}${"tag".repeat(15)}`);
  const task = api.tasks.put("ann", {
    title: word,
    description: `${word}\n`.repeat(20),
    tags,
    due_at: "2020-01-01T00:00:00Z",
  });
  api.tell("task.created", task);
  api.answer = (text) => ({
    role: "assistant",
    text: text.repeat(9),
    tools: [{ name: word, ok: false, detail: word }],
    at: "2020-01-01T00:00:00Z",
  });
  const page = await platform.signedIn("ann", withoutMotion);
  await page.getByTestId("notification-item").waitFor();
  await lookAtEveryView(page, "with endless words");
  await page.getByTestId("chat-input").fill(word);
  await page.keyboard.press("Enter");
  await page.getByTestId("chat-tool").locator("summary").click();
  await look(page, "an endless conversation");
  await page.getByTestId("go-tasks").click();
  await page.getByTestId("filter-tag").selectOption(tags[0] ?? "");
  await page.getByTestId("edit-task").click();
  await look(page, "the editor with endless words");
  await page.context().close();
});

test("a conflict", async () => {
  fillSampleDay(platform.reset());
  const page = await platform.signedIn("ann", withoutMotion);
  await page.getByTestId("edit-task").first().click();
  await page.getByTestId("task-title").fill("Mine");
  const task = platform.api.tasks.all.find(({ title }) => title === "Pay the rent");
  platform.api.tasks.change("ann", task?.id ?? "", { title: "Theirs", priority: "low" });
  await page.getByTestId("save-task").click();
  await page.getByTestId("conflict").waitFor();
  await look(page, "conflict");
  await page.context().close();
});

test("every view with nothing in it", async () => {
  platform.reset();
  const page = await platform.signedIn("ann", withoutMotion);
  await lookAtEveryView(page, "empty");
  await page.context().close();
});

test("every view in error, with the banner", async () => {
  const api = platform.reset();
  const page = await platform.signedIn("ann", withoutMotion);
  const parts = { cache: "ok", events: "delayed" } as const;
  api.status = { status: "degraded", parts, waiting_events: 2 };
  for (const call of ["tasks", "audit", "events/summary", "notifications"]) api.failing.add(`GET /api/${call}`);
  await page.reload();
  await page.getByTestId("load-error").waitFor();
  await page.getByTestId("status-banner").getByText("Your changes are kept").waitFor();
  await lookAtEveryView(page, "in error");
  await page.context().close();
});

test("all is done by keyboard: signing in, adding, editing, completing, deleting, leaving", async () => {
  const api = platform.reset();
  const page = await platform.open(withoutMotion);
  const { keyboard } = page;
  const focused = () =>
    page.evaluate<string>("document.activeElement.dataset.testid ?? document.activeElement.className");
  const type = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => keyboard.press(key)), Promise.resolve());
  await expect.poll(focused).toBe("username");
  await keyboard.type("ann");
  await type("Tab");
  await keyboard.type("a good password");
  await type("Enter");
  await page.getByTestId("task-state").waitFor();
  await type("n");
  for (const title of ["One", "Two"]) {
    await keyboard.type(title);
    await type("Enter");
    await page.getByTestId("edit-task").filter({ hasText: title }).and(page.locator(":enabled")).waitFor();
  }
  await page.getByTestId("filter-sort").focus();
  await type("Tab", "Tab");
  expect(await focused()).toBe("edit-task");
  await type("ArrowDown");
  await type("Enter");
  await expect.poll(focused).toBe("task-title");
  await keyboard.type("!");
  await type("Enter");
  await expect.poll(() => api.tasks.all.map(({ title }) => title).sort()).toEqual(["One!", "Two"]);
  await expect.poll(focused).toBe("edit-task");
  await type("Shift+Tab", "Space");
  await expect.poll(() => api.tasks.all.filter(({ completed }) => completed).length).toBe(1);
  await expect.poll(focused).toBe("edit-task");
  await type("Tab", "Enter");
  await expect.poll(() => page.getByTestId("task-item").count()).toBe(0);
  await expect.poll(focused).toBe("task-input");
  await page.getByTestId("account").focus();
  await type("Enter");
  await page.getByTestId("account-email").waitFor();
  await type("Escape");
  await expect.poll(focused).toBe("account");
  await type("Enter");
  await page.getByTestId("sign-out").focus();
  await type("Enter");
  await page.getByTestId("sign-in-form").waitFor();
  await page.context().close();
});
