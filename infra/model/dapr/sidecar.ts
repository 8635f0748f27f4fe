import { configurationName } from "./configuration.ts";
import { kafkaPasswordVariable, platformCaSecret } from "../kafka-pubsub.ts";
import { componentScopes } from "./component-scopes.ts";
import type { SidecarAnnotations } from "./kinds/generated/annotations.ts";
import { sidecarAnnotations } from "./kinds/sidecar-annotations.ts";
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

/** What an app's sidecar is told. The injector reads it from the pod template, and from no other place. */
export const toSidecarSettings = (platform: PlatformSpec, app: string, service: ServiceSpec): SidecarAnnotations => {
  const { sidecarResources: resources, maxConcurrency } = service;
  const usesKafka = platform.kafka !== undefined && componentScopes(platform).get(platform.pubsub)?.includes(app);
  const { port, protocol = "http" } = platform.topology.apps[app] ?? {};
  return {
    enabled: true,
    appId: app,
    ...(port === undefined ? {} : { appPort: port }),
    appProtocol: protocol,
    config: configurationName(platform, app),
    logLevel: service.logLevel,
    logAsJson: true,
    enableApiLogging: true,
    metricsPort: 9090,
    maxBodySize: platform.maxMessageSize,
    apiTokenSecret: daprApiTokenSecret(app),
    appTokenSecret: appApiTokenSecret(app),
    disableBuiltinK8sSecretStore: true,
    enableAppHealthCheck: true,
    appHealthCheckPath: "/health",
    appHealthProbeInterval: 3,
    appHealthThreshold: 3,
    blockShutdownDuration: service.blockShutdown,
    gracefulShutdownSeconds: toSeconds(service.gracefulShutdown),
    sidecarSeccompProfileType: "RuntimeDefault",
    volumeMounts: { [platformCaSecret]: caMountPath },
    ...(maxConcurrency === undefined ? {} : { appMaxConcurrency: maxConcurrency }),
    ...(usesKafka
      ? { envFromSecret: { [kafkaPasswordVariable]: { name: kafkaUserSecret(app), key: "password" } } }
      : {}),
    sidecarCpuRequest: resources.cpuRequest,
    sidecarCpuLimit: resources.cpuLimit,
    sidecarMemoryRequest: resources.memoryRequest,
    sidecarMemoryLimit: resources.memoryLimit,
    ...service.sidecar,
  };
};

/**
 * The annotations of an app's pod template.
 * Source: dapr pkg/injector/annotations/annotations.go.
 */
export const toSidecarAnnotations = (
  platform: PlatformSpec,
  app: string,
  service: ServiceSpec,
): Record<string, string> => sidecarAnnotations(toSidecarSettings(platform, app, service));

/** Seconds between SIGTERM and SIGKILL: enough for the sidecar to block, drain and exit. */
export const terminationGraceSeconds = (service: ServiceSpec): number =>
  toSeconds(service.blockShutdown) + toSeconds(service.gracefulShutdown) + 5;
