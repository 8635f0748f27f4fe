import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { toolDir } from "../../local/paths.ts";
import { chromiumFlags, chromiumPath } from "../support/chromium.ts";
import { createKubectl } from "./support/kubectl.ts";
import { applyPlatform } from "./support/operators/apply-platform.ts";
import { runCli } from "./support/run-program.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
const inTime = { timeout: 60_000 };

let forward: ChildProcess;
let browser: Browser | undefined;
let page: Page;
let url: string;

/** The port that `kubectl port-forward` has chosen. */
const forwarded = async (): Promise<string> => {
  const args = ["--kubeconfig", platform.kubeconfig, "-n", "todo-app", "port-forward"];
  forward = spawn(join(toolDir("kubernetes"), "bin/kubectl"), [...args, "deployment/operators-page", ":18090"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: forward.stdout ?? process.stdin })) {
    const port = /127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port !== undefined) return `http://127.0.0.1:${port}`;
  }
  throw new Error("the port was not forwarded");
};

interface Outputs {
  readonly operatorsPage: { readonly forward: string; readonly token: string };
}

const outputs = async (): Promise<Outputs> => {
  const args = ["pulumi", "--cluster", platform.cluster, "stack", "output", "--json", "--show-secrets"];
  return JSON.parse((await runCli(args)).stdout) as Outputs;
};

beforeAll(async () => {
  await applyPlatform(platform.cluster, { operatorsPage: { replay: false } });
  url = await forwarded();
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});

afterAll(async () => {
  await browser?.close();
  forward.kill();
  // The files after this one find the platform as it was.
  await applyPlatform(platform.cluster);
});

const section = (id: string) => page.locator(`section#${id}`);

test("the page's pod shows the platform to whoever may forward ports and has the token", async () => {
  expect((await fetch(`${url}/panels`)).status).toBe(401);
  const { operatorsPage } = await outputs();
  expect(operatorsPage.forward).toBe("kubectl --namespace todo-app port-forward deployment/operators-page 18090");
  await page.goto(`${url}/?token=${operatorsPage.token}`);
  await section("apps").locator("tbody tr").filter({ hasText: "audit-service" }).getByText("1.18.2").waitFor(inTime);
  await section("problems").getByText("Everything is as the model says.").waitFor(inTime);
  await section("traces").locator("tbody tr").first().waitFor(inTime);
  const lag = section("topics").locator("tbody tr").filter({ hasText: "audit-service" }).first().locator("td").nth(2);
  await expect.poll(() => lag.textContent(), { timeout: 120_000, interval: 500 }).toMatch(/^\d+$/);
  await section("certificates").getByText("has no right to those").waitFor(inTime);
});

test("its ServiceAccount may do no more than the page needs", async () => {
  const may = async (...args: string[]): Promise<string> => {
    const as = "--as=system:serviceaccount:todo-app:operators-page";
    return (await kubectl.attempt(["auth", "can-i", ...args, as])).stdout.trim();
  };
  const answers = [
    await may("list", "pods", "-n", "todo-app"),
    await may("get", "secrets/todo-backend-dapr-api-token", "-n", "todo-app"),
    await may("list", "secrets", "-n", "todo-app"),
    await may("get", "secrets/postgres-credentials", "-n", "todo-app"),
    await may("create", "pods/exec", "-n", "todo-app"),
    await may("delete", "pods", "-n", "todo-app"),
    await may("list", "pods", "-n", "dapr-system"),
  ];
  expect(answers).toEqual(["yes", "yes", "no", "no", "no", "no", "no"]);
});

test("no other pod reaches it: it listens on its own loopback", async () => {
  const [pod] = await kubectl.list<{ status: { podIP: string } }>(
    ...["pods", "-n", "todo-app", "-l", "app.kubernetes.io/name=operators-page"],
  );
  const script = `fetch("http://${pod?.status.podIP}:18090/").then(()=>console.log("reached"),()=>console.log("refused"))`;
  const answer = await kubectl.run(["exec", "-n", "todo-app", "deployment/operators-page", "--", "node", "-e", script]);
  expect(answer.trim()).toBe("refused");
});
