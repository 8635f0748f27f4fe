import { configurationName } from "./configuration.ts";
import { kafkaPasswordVariable, platformCaSecret } from "../kafka-pubsub.ts";
import { componentScopes } from "./component-scopes.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { ServiceSpec } from "../service.ts";
import { toSeconds } from "../units.ts";

/** Where apps and sidecars find the platform's CA certificate (`ca.crt`). */
export const caMountPath = "/etc/todo-platform/ca";

/** Secret with an app's Kafka password (key `password`). */
export const kafkaUserSecret = (app: string): string => `${app}-kafka`;
/** Secret with the token that an app shows to its sidecar (key `token`). */
export const daprApiTokenSecret = (app: string): string => `${app}-dapr-api-token`;
/** Secret with the token that a sidecar shows to its app (key `token`). */
export const appApiTokenSecret = (app: string): string => `${app}-app-api-token`;

const toResourceAnnotations = ({ sidecarResources: resources }: ServiceSpec): Record<string, string> => ({
  "dapr.io/sidecar-cpu-request": resources.cpuRequest,
  "dapr.io/sidecar-cpu-limit": resources.cpuLimit,
  "dapr.io/sidecar-memory-request": resources.memoryRequest,
  "dapr.io/sidecar-memory-limit": resources.memoryLimit,
});

/**
 * The annotations of an app's pod template; the injector reads no other place.
 * Source: dapr pkg/injector/annotations/annotations.go.
 */
export const toSidecarAnnotations = (
  platform: PlatformSpec,
  app: string,
  service: ServiceSpec,
): Record<string, string> => ({
  "dapr.io/enabled": "true",
  "dapr.io/app-id": app,
  "dapr.io/app-port": String(platform.topology.apps[app]?.port),
  "dapr.io/app-protocol": "http",
  "dapr.io/config": configurationName(platform, app),
  "dapr.io/log-level": service.logLevel,
  "dapr.io/log-as-json": "true",
  "dapr.io/enable-api-logging": "true",
  "dapr.io/metrics-port": "9090",
  "dapr.io/max-body-size": platform.maxMessageSize,
  "dapr.io/api-token-secret": daprApiTokenSecret(app),
  "dapr.io/app-token-secret": appApiTokenSecret(app),
  "dapr.io/disable-builtin-k8s-secret-store": "true",
  "dapr.io/enable-app-health-check": "true",
  "dapr.io/app-health-check-path": "/health",
  "dapr.io/app-health-probe-interval": "3",
  "dapr.io/app-health-threshold": "3",
  "dapr.io/block-shutdown-duration": service.blockShutdown,
  "dapr.io/graceful-shutdown-seconds": String(toSeconds(service.gracefulShutdown)),
  "dapr.io/sidecar-seccomp-profile-type": "RuntimeDefault",
  "dapr.io/volume-mounts": `${platformCaSecret}:${caMountPath}`,
  ...(service.maxConcurrency === undefined ? {} : { "dapr.io/app-max-concurrency": String(service.maxConcurrency) }),
  ...(platform.kafka !== undefined && componentScopes(platform).get(platform.pubsub)?.includes(app)
    ? { "dapr.io/env-from-secret": `${kafkaPasswordVariable}=${kafkaUserSecret(app)}:password` }
    : {}),
  ...toResourceAnnotations(service),
});

/** Seconds between SIGTERM and SIGKILL: enough for the sidecar to block, drain and exit. */
export const terminationGraceSeconds = (service: ServiceSpec): number =>
  toSeconds(service.blockShutdown) + toSeconds(service.gracefulShutdown) + 5;
