import { createServer } from "node:http";
import type { Server } from "node:http";
import { auditSecrets } from "./audited-secrets.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { DaprClient } from "./dapr-client.ts";
import { daprCheck } from "./health.ts";
import type { Degradation, HealthCheck } from "./health.ts";
import { createEventPublisher } from "./event-publisher.ts";
import { createLogger, messageOf } from "./logger.ts";
import type { Logger } from "./logger.ts";
import { serveMetrics } from "./metrics.ts";
import { onStopSignal } from "./on-stop-signal.ts";
import { retry } from "./retry.ts";
import { createSecretStore } from "./secret-store.ts";
import type { SecretStore } from "./secret-store.ts";
import { createStartGate, type RunningService } from "./start-gate.ts";
import { watchSecrets } from "./watch-secrets.ts";

/** What an app is given to start with. */
export interface Startup {
  readonly config: Config;
  readonly log: Logger;
  readonly dapr: DaprClient;
  /** The app's secrets; what is read goes to the audit trail. */
  readonly secrets: SecretStore;
}

/** What {@link runService} needs. */
export interface ServiceSpec {
  readonly appId: string;
  readonly port: number;
  /** Reads secrets, opens databases, builds the app; repeated until it succeeds. */
  readonly start: (startup: Startup) => Promise<RunningService>;
}

/** Stops accepting and waits for the running requests; connections that turn idle are closed. */
async function closed(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
}

/**
 * Runs an app: listens at once, starts it, and on SIGTERM or SIGINT turns not ready, finishes what is running and exits 0
 * within 10 seconds.
 */
export function runService(spec: ServiceSpec): void {
  const config = readConfig(process.env, { APP_ID: spec.appId, APP_PORT: spec.port });
  const log = createLogger(config.APP_ID, config.LOG_LEVEL);
  const dapr = new DaprClient({ port: config.DAPR_HTTP_PORT, token: config.DAPR_API_TOKEN });
  const watched = watchSecrets(createSecretStore(dapr, config.SECRET_STORE));
  const secrets = auditSecrets(watched);
  const stop = new AbortController();
  let running: RunningService | undefined;
  const started = retry(() => spec.start({ config, log, dapr, secrets }), {
    signal: stop.signal,
    onFailure: (error) => log.warn(`not started yet: ${messageOf(error)}`),
  });
  started.then(
    (service) => {
      running = service;
      log.info(`started after ${Math.round(performance.now())} ms`);
      void secrets.record(spec.appId, createEventPublisher(dapr, config.PUBSUB_NAME), log, stop.signal);
      void watched.untilChanged(stop.signal).then((name) => {
        if (name === undefined) return;
        log.info(`secret ${name} has changed, so this process ends and its successor reads it`);
        process.kill(process.pid, "SIGTERM");
      });
    },
    () => undefined,
  );
  const appCheck = (): void => {
    if (stop.signal.aborted) throw new Error("stopping");
    if (!running) throw new Error("not started yet");
  };
  const checks = (): Record<string, HealthCheck> => ({ app: appCheck, dapr: daprCheck(dapr), ...running?.checks });
  const eventChecks = (): Record<string, HealthCheck> => ({ ...running?.eventChecks });
  const degradations = (): Record<string, Degradation> => ({ ...running?.degradations });
  const server = createServer(createStartGate({ log, started, checks, degradations, eventChecks }));
  const metrics = config.METRICS_PORT === undefined ? undefined : serveMetrics(config.METRICS_PORT);
  server.listen(config.APP_PORT, config.APP_HOST, () => log.info(`listening on port ${config.APP_PORT}`));
  onStopSignal(log, async () => {
    stop.abort();
    running?.stopping?.();
    await closed(server);
    await running?.close?.();
    metrics?.close();
  });
}
