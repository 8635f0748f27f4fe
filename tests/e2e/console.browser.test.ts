import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { AxeResults } from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { todoTopology } from "@todo-platform/contracts";
import { clusterFiles, readJson, type SupervisorStatus } from "../../local/cluster/cluster-files.ts";
import { chromiumFlags, chromiumPath } from "../support/chromium.ts";
import { signIn } from "./support/todo-api.ts";

const platform = inject("platform");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const inTime = { timeout: 60_000 };

let program: ChildProcess;
let browser: Browser | undefined;
let page: Page;
const faults: string[] = [];

const startConsole = async (): Promise<string> => {
  const args = ["cli/main.ts", "console", "--cluster", platform.cluster, "--port", "0", "--json"];
  program = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: program.stdout ?? process.stdin });
  const line = await new Promise<string>((resolve) => lines.once("line", resolve));
  return (JSON.parse(line) as { url: string }).url;
};

beforeAll(async () => {
  const url = await startConsole();
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(url);
});

afterAll(async () => {
  await browser?.close();
  const ended = new Promise((resolve) => program.once("exit", resolve));
  program.kill("SIGINT");
  expect(program.exitCode ?? (await ended)).toBe(0);
});

const parentOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);

const section = (id: string) => page.locator(`section#${id}`);

test("shows each app with a ready pod, its sidecar's version, memory and what it has loaded", async () => {
  const rows = section("apps").locator("tbody tr");
  for (const app of Object.keys(todoTopology.apps)) await rows.filter({ hasText: app }).first().waitFor(inTime);
  const backend = rows.filter({ has: page.locator("th", { hasText: /^todo-backend$/ }) }).first();
  const cells = await backend.locator("td").allTextContents();
  // Tests before this one may have ended containers.
  expect([cells[1], cells[3]]).toEqual(["ready", "1.18.2"]);
  expect(cells[2]).toMatch(/^\d+$/);
  expect(cells.slice(4, 6).every((memory) => /^\d+ MiB$/.test(memory))).toBe(true);
  await backend.getByText(/\d+ components/).click();
  await backend.getByText("statestore (state.postgresql)").waitFor(inTime);
  await section("problems").getByText("Everything is as the model says.").waitFor(inTime);
  await section("graph")
    .getByAltText(/All is well\.$/)
    .waitFor(inTime);
});

test("shows topics with their subscribers' lag, certificates with their end, and traces", async () => {
  await (await signIn(platform)).addTask("Seen by the operators");
  const topics = section("topics").locator("tbody tr");
  const audit = topics.filter({ hasText: "task-events" }).filter({ hasText: "audit-service" });
  const lag = audit.locator("td").nth(2);
  await expect.poll(() => lag.textContent(), { timeout: 120_000, interval: 500 }).toMatch(/^\d+$/);
  expect(await topics.count()).toBe(
    Object.values(todoTopology.topics).flatMap(({ subscribers }) => Object.keys(subscribers)).length,
  );
  const certificates = await section("certificates").locator("tbody tr").allTextContents();
  const places = [
    "dapr-trust-bundle/ca.crt",
    "dapr-trust-bundle/issuer.crt",
    "platform-ca/ca.crt",
    "todo-kafka/server.pem",
  ];
  expect(places.filter((place) => !certificates.some((row) => row.includes(place)))).toEqual([]);
  expect(await page.locator("main").textContent()).not.toContain("PRIVATE KEY");
  await section("traces").locator("tbody tr").first().waitFor(inTime);
});

test("axe finds nothing", async () => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const path = join(await mkdtemp(join(tmpdir(), "todo-screenshot-")), "console.png");
  await page.screenshot({ path, fullPage: true });
  console.log(`Screenshot: ${path}`);
});

test("survives the apiserver: what was seen stays with its age, and is new again when the apiserver is back", async () => {
  const status = await readJson<SupervisorStatus>(clusterFiles(platform.cluster).status);
  const pid = status?.components["kube-apiserver"]?.pid ?? 0;
  process.kill(pid, "SIGSTOP");
  try {
    await section("apps")
      .getByText(/Cannot be read now/)
      .waitFor(inTime);
    expect(await section("apps").locator("tbody tr").count()).toBeGreaterThanOrEqual(8);
    expect(await page.locator("#live").textContent()).toBe("live");
    // The list that an earlier test opened and its focus stay while the page around them changes.
    expect(await section("apps").locator("details[open] summary:focus").count()).toBe(1);
  } finally {
    process.kill(pid, "SIGCONT");
    // Who has started it in the node's namespaces has stopped itself with it.
    process.kill(parentOf(pid), "SIGCONT");
  }
  await section("apps")
    .getByText(/Cannot be read now/)
    .waitFor({ state: "detached", timeout: 120_000 });
  await section("apps").locator("tbody tr").first().waitFor(inTime);
  // The files after this one need the platform as it was.
  await section("problems").getByText("Everything is as the model says.").waitFor({ timeout: 150_000 });
});

test("no script failed, and nothing was asked of another place", () => {
  expect(faults).toEqual([]);
});
