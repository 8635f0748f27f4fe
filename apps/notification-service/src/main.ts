import { todoTopology } from "@todo-platform/contracts";
import {
  createBinding,
  createInvoker,
  createStateStore,
  DaprClient,
  runService,
  stateCheck,
} from "@todo-platform/service-kit";
import type { RunningService, Startup } from "@todo-platform/service-kit";
import { createApp } from "./app.ts";
import { createEmailChannel } from "./channels/email-channel.ts";
import { createPushChannel } from "./channels/push-channel.ts";
import { createContactClient } from "./clients/contact-client.ts";
import { createEventMemory } from "./stores/event-memory.ts";
import { createNotificationStore } from "./stores/notification-store.ts";

/** How long a provider of mail or push may take, in milliseconds: mail servers answer strangers slowly on purpose. */
const providerTimeout = 20_000;

async function start({ config, log, dapr, secrets }: Startup): Promise<RunningService> {
  const jwtKey = await secrets.read("jwt-secret", "key");
  const state = createStateStore(dapr, config.STATE_STORE);
  const notifications = createNotificationStore(state);
  const deduplicator = createEventMemory(state);
  const patient = new DaprClient({
    port: config.DAPR_HTTP_PORT,
    token: config.DAPR_API_TOKEN,
    timeout: providerTimeout,
  });
  const channels = {
    email: createEmailChannel(createBinding(patient, "mail"), createContactClient(createInvoker(dapr))),
    push: createPushChannel(createBinding(patient, "push")),
  };
  const app = createApp({ log, appToken: config.APP_API_TOKEN, jwtKey, notifications, channels, deduplicator });
  return { app, eventChecks: { state: stateCheck(state) } };
}

runService({ appId: "notification-service", port: todoTopology.apps["notification-service"].port, start });
