import { existsSync } from "node:fs";
import { join } from "node:path";
import { todoTopology } from "@todo-platform/contracts";
import { createInvoker, DaprClient, runService } from "@todo-platform/service-kit";
import type { RunningService, Startup } from "@todo-platform/service-kit";
import { createApp } from "./app.ts";

/** Longest that a call from the page may take, in milliseconds. */
const callTimeout = 10_000;

/** Beside the bundle in an image; beside the sources is what was last built. */
function findWebRoot(): string {
  const beside = join(import.meta.dirname, "web");
  return existsSync(beside) ? beside : join(import.meta.dirname, "..", "dist", "web");
}

function start({ config, log }: Startup): Promise<RunningService> {
  const stop = new AbortController();
  const dapr = new DaprClient({ port: config.DAPR_HTTP_PORT, token: config.DAPR_API_TOKEN, timeout: callTimeout });
  const app = createApp({ log, invoker: createInvoker(dapr), webRoot: findWebRoot(), stopping: stop.signal });
  return Promise.resolve({ app, stopping: () => stop.abort() });
}

runService({ appId: "todo-frontend", port: todoTopology.apps["todo-frontend"].port, start });
