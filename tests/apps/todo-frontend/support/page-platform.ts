import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInvoker, DaprClient } from "@todo-platform/service-kit";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { bundlePage } from "../../../../apps/build-page.mjs";
import { fillFolder } from "../../../../apps/fill-folder.mjs";
import { createApp } from "../../../../apps/todo-frontend/src/app.ts";
import { chromiumFlags, chromiumPath } from "../../../support/chromium.ts";
import { FakeSidecar } from "../../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../../support/memory-log.ts";
import { runApp } from "../../../support/running-app.ts";
import { FakeApi } from "./fake-api.ts";

const root = join(import.meta.dirname, "../../../..");

/** The real page from the real frontend app, a browser, and a fake of everything behind it. */
export interface PagePlatform {
  readonly url: string;
  readonly sidecar: FakeSidecar;
  /** What pages reported: script errors and breaches of the content policy. */
  readonly faults: string[];
  readonly api: FakeApi;
  /** Opens the page in a context of its own, as another person's browser. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** {@link open}, and signs in. */
  signedIn(user?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Begins with an API that knows nobody but ann. */
  reset(): FakeApi;
  stop(): Promise<void>;
}

/** Faults of a page that nobody asked for; the browser itself reports each answer that is no success. */
function watch(page: Page, faults: string[]): void {
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      faults.push(message.text());
  });
}

async function openPage(browser: Browser, url: string, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  await page.goto(url);
  return page;
}

/** Builds the page and serves it. */
export async function startPagePlatform(): Promise<PagePlatform> {
  // In a folder of its own: other tests bundle the apps anew at the same time.
  const webRoot = await mkdtemp(join(tmpdir(), "todo-page-"));
  await fillFolder(webRoot, await bundlePage(join(root, "apps/todo-frontend/web")));
  const sidecar = await FakeSidecar.start();
  const stopping = new AbortController();
  const running = await runApp(
    createApp({
      log: createMemoryLog(),
      invoker: createInvoker(new DaprClient({ port: sidecar.port })),
      webRoot,
      stopping: stopping.signal,
    }),
  );
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  const faults: string[] = [];
  let api = new FakeApi();
  sidecar.invoked = (call) => api.answered(call);
  const open = async (options?: BrowserContextOptions): Promise<Page> => {
    const page = await openPage(browser, running.url, options);
    watch(page, faults);
    return page;
  };
  return {
    url: running.url,
    sidecar,
    faults,
    get api() {
      return api;
    },
    open,
    signedIn: async (user = "ann", options) => {
      const page = await open(options);
      await page.getByTestId("username").fill(user);
      await page.getByTestId("password").fill(api.users.get(user)?.password ?? "");
      await page.getByTestId("sign-in").click();
      await page.getByTestId("open-count").filter({ hasText: "open" }).waitFor();
      return page;
    },
    reset: () => (api = new FakeApi()),
    stop: async () => {
      stopping.abort();
      await browser.close();
      await running.stop();
      await sidecar.stop();
      await rm(webRoot, { recursive: true });
    },
  };
}
