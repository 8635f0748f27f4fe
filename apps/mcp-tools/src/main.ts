import { todoTopology } from "@todo-platform/contracts";
import { createInvoker, runService } from "@todo-platform/service-kit";
import type { RunningService, Startup } from "@todo-platform/service-kit";
import { createApp } from "./app.ts";

async function start({ config, log, dapr, secrets }: Startup): Promise<RunningService> {
  const jwtKey = await secrets.read("jwt-secret", "key");
  return { app: createApp({ log, appToken: config.APP_API_TOKEN, jwtKey, invoker: createInvoker(dapr) }) };
}

runService({ appId: "mcp-tools", port: todoTopology.apps["mcp-tools"].port, start });
