import { spawn } from "node:child_process";
import type { TestProject } from "vitest/node";

/** What the cluster's tests are given. */
export interface TestPlatform {
  readonly cluster: string;
  /** Address of the web UI with its /api. */
  readonly ui: string;
  /** Address of the tracing backend's query API. */
  readonly traces: string;
  readonly kubeconfig: string;
  readonly demo: { readonly username: string; readonly password: string };
}

declare module "vitest" {
  interface ProvidedContext {
    platform: TestPlatform;
  }
}

const cluster = "test";

/** Runs the CLI as a user would, its progress shown; returns its standard output. */
const cli = (...args: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["cli/main.ts", ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.on("close", (code) =>
      code === 0 ? resolve(stdout) : reject(new Error(`todo-platform ${args.join(" ")} exited ${code}:\n${stdout}`)),
    );
  });

/** Starts cluster `test` with the whole platform, once for all files; removes it afterwards. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const up = JSON.parse(await cli("up", "--cluster", cluster, "--json")) as {
    ports: { ui: number; traces: number };
    kubeconfig: string;
  };
  const demo = JSON.parse(
    await cli("pulumi", "--cluster", cluster, "stack", "output", "demoUser", "--json", "--show-secrets"),
  ) as TestPlatform["demo"];
  project.provide("platform", {
    cluster,
    ui: `http://127.0.0.1:${up.ports.ui}`,
    traces: `http://127.0.0.1:${up.ports.traces}`,
    kubeconfig: up.kubeconfig,
    demo,
  });
  return async () => {
    // Kept on request, so that a test can be written without waiting for the platform each time.
    if (process.env["TODO_PLATFORM_KEEP_TEST_CLUSTER"] === undefined)
      await cli("destroy", "--cluster", cluster, "--force");
  };
};
