import { todoTopology } from "@todo-platform/contracts";
import { createStateStore, runService, stateCheck } from "@todo-platform/service-kit";
import type { RunningService, Startup } from "@todo-platform/service-kit";
import { createApp } from "./app.ts";
import { createEventMemory } from "./stores/event-memory.ts";
import { createSummaryStore } from "./stores/summary-store.ts";

async function start({ config, log, dapr, secrets }: Startup): Promise<RunningService> {
  const jwtKey = await secrets.read("jwt-secret", "key");
  const state = createStateStore(dapr, config.STATE_STORE);
  const [summaries, memory] = [createSummaryStore(state), createEventMemory(state)];
  const app = createApp({ log, appToken: config.APP_API_TOKEN, jwtKey, summaries, memory });
  return { app, eventChecks: { state: stateCheck(state) } };
}

runService({ appId: "event-service", port: todoTopology.apps["event-service"].port, start });
