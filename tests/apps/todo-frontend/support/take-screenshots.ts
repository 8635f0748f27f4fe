import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { startPagePlatform } from "./page-platform.ts";
import type { PagePlatform } from "./page-platform.ts";
import { fillSampleDay, sampleNow } from "./sample-day.ts";

const folder = join(import.meta.dirname, "../../../../docs/screenshots");
const wide: BrowserContextOptions = { viewport: { width: 1240, height: 780 }, timezoneId: "Europe/Berlin" };
const phone: BrowserContextOptions = { ...wide, viewport: { width: 390, height: 800 }, deviceScaleFactor: 2 };

const shoot = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
};

/** A page whose clock stands still at the moment of the sample. */
async function sampleDay(platform: PagePlatform, options: BrowserContextOptions): Promise<Page> {
  fillSampleDay(platform.reset());
  const page = await platform.signedIn("ann", options);
  await page.clock.setFixedTime(sampleNow);
  await page.reload();
  await page.getByTestId("task-item").first().waitFor();
  await page.getByTestId("live-state").filter({ hasText: "live" }).waitFor();
  return page;
}

async function conflict(platform: PagePlatform): Promise<void> {
  const page = await sampleDay(platform, wide);
  const task = platform.api.tasks.all.find(({ title }) => title.startsWith("Take the bike"));
  await page.getByTestId("edit-task").filter({ hasText: "Take the bike" }).click();
  await page.getByTestId("task-title").fill("Take the bike and the trailer to the workshop");
  await page.getByTestId("task-due").fill("2026-03-13T18:00");
  platform.api.tasks.change("ann", task?.id ?? "", { due_at: "2026-03-14T09:00:00Z", priority: "high" });
  await page.getByTestId("save-task").click();
  await page.getByTestId("conflict").waitFor();
  await shoot(page, "conflict");
}

async function everyPage(platform: PagePlatform): Promise<void> {
  const page = await sampleDay(platform, wide);
  await shoot(page, "tasks");
  await page.getByTestId("edit-task").filter({ hasText: "Stand-up" }).click();
  await page.getByTestId("next-dates").locator("li").first().waitFor();
  await shoot(page, "editor");
  await page.keyboard.press("Escape");
  await page.getByTestId("go-activity").click();
  await page.getByTestId("activity-item").first().waitFor();
  await shoot(page, "activity");
  await page.getByTestId("go-assistant").click();
  for (const text of ["Show my open tasks about notes", "Add task Call the dentist #health !high due 2026-03-13"]) {
    await page.getByTestId("chat-input").fill(text);
    await page.keyboard.press("Enter");
    await page
      .getByTestId("chat-tool")
      .nth(text.startsWith("Add") ? 1 : 0)
      .waitFor();
  }
  await shoot(page, "assistant");
}

const platform = await startPagePlatform();
await everyPage(platform);
await conflict(platform);
await shoot(await sampleDay(platform, { ...wide, colorScheme: "dark" }), "tasks-dark");
await shoot(await sampleDay(platform, phone), "tasks-phone");
await shoot(await platform.open({ ...wide, viewport: { width: 900, height: 640 } }), "sign-in");
await platform.stop();
if (platform.faults.length > 0) throw new Error(platform.faults.join("\n"));
