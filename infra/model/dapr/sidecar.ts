import { configurationName } from "./configuration.ts";
import { kafkaVariables, platformCaSecret } from "../kafka-connection.ts";
import { componentScopes } from "./component-scopes.ts";
import type { SidecarAnnotations } from "./kinds/generated/annotations.ts";
import { sidecarAnnotations } from "./kinds/sidecar-annotations.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { isRedis } from "../redis.ts";
import type { ServiceSpec } from "../service.ts";
import { toSeconds } from "../units.ts";

/** Where apps and sidecars find the platform's CA certificate (`ca.crt`). */
export const caMountPath = "/etc/todo-platform/ca";

/** Secret with the token that an app shows to its sidecar (key `token`). */
export const daprApiTokenSecret = (app: string): string => `${app}-dapr-api-token`;
/** Secret with the token that a sidecar shows to its app (key `token`). */
export const appApiTokenSecret = (app: string): string => `${app}-app-api-token`;

/**
 * File of authorities that a Go program reads beside the folders of its image. `SSL_CERT_DIR` would replace those, and
 * the injector answers it with a sidecar that may run as root, which Pod Security refuses.
 * Source: Go crypto/x509 root_unix.go; dapr pkg/injector/patcher/sidecar_container.go.
 */
const authorities = { SSL_CERT_FILE: `${caMountPath}/ca.crt` } as const;

/**
 * Components of Redis have no field for a CA, so the whole sidecar must trust the platform's.
 * Source: components-contrib common/component/redis/v9client.go.
 */
const trustsPlatformCa = (platform: PlatformSpec, app: string): boolean =>
  platform.redis?.kind === "plain" &&
  Object.entries(platform.components).some(
    ([name, spec]) => isRedis(spec) && componentScopes(platform).get(name)?.includes(app),
  );

/** What an app's sidecar is told. The injector reads it from the pod template, and from no other place. */
export const toSidecarSettings = (platform: PlatformSpec, app: string, service: ServiceSpec): SidecarAnnotations => {
  const { sidecarResources: resources, maxConcurrency } = service;
  const usesPubsub = componentScopes(platform).get(platform.pubsub)?.includes(app) === true;
  const variables = usesPubsub ? kafkaVariables(platform.kafka, app) : {};
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
    appHealthCheckPath: service.eventHealthPath ?? "/health",
    // An app that is down is known before the retries of a delivery, one a second, have ended in the dead letters.
    appHealthProbeInterval: 1,
    appHealthProbeTimeout: 900,
    appHealthThreshold: 2,
    blockShutdownDuration: service.blockShutdown,
    gracefulShutdownSeconds: toSeconds(service.gracefulShutdown),
    sidecarSeccompProfileType: "RuntimeDefault",
    volumeMounts: { [platformCaSecret]: caMountPath },
    ...(maxConcurrency === undefined ? {} : { appMaxConcurrency: maxConcurrency }),
    ...(Object.keys(variables).length > 0 ? { envFromSecret: variables } : {}),
    sidecarCpuRequest: resources.cpuRequest,
    sidecarCpuLimit: resources.cpuLimit,
    sidecarMemoryRequest: resources.memoryRequest,
    sidecarMemoryLimit: resources.memoryLimit,
    ...service.sidecar,
    ...(trustsPlatformCa(platform, app) ? { env: { ...authorities, ...service.sidecar?.env } } : {}),
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
