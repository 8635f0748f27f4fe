import { todoTopology } from "@todo-platform/contracts";
import { createInvoker, createStateStore, runService, stateCheck } from "@todo-platform/service-kit";
import type { RunningService, Startup } from "@todo-platform/service-kit";
import { createApp } from "./app.ts";
import { createTaskClient } from "./clients/task-client.ts";
import { createSeriesStore } from "./stores/series-store.ts";

async function start({ config, log, dapr, secrets }: Startup): Promise<RunningService> {
  const jwtKey = await secrets.read("jwt-secret", "key");
  const state = createStateStore(dapr, config.STATE_STORE);
  const series = createSeriesStore(state);
  const tasks = createTaskClient(createInvoker(dapr));
  const app = createApp({ log, appToken: config.APP_API_TOKEN, jwtKey, series, tasks });
  return { app, eventChecks: { state: stateCheck(state) } };
}

runService({ appId: "recurring-task-service", port: todoTopology.apps["recurring-task-service"].port, start });
