import type { StandaloneApp } from "./run-file.ts";

const loopback = "127.0.0.1";

/** Fields that are one flag each. */
type Scalar = Exclude<keyof StandaloneApp, "env" | "command" | "resourcesPaths">;

/** `daprd`'s flags by the fields of a run file. Source: dapr/cli pkg/standalone/run.go; dapr cmd/daprd/options. */
const flags: Readonly<Partial<Record<Scalar, string>>> = {
  appID: "app-id",
  appPort: "app-port",
  appProtocol: "app-protocol",
  daprHTTPPort: "dapr-http-port",
  daprGRPCPort: "dapr-grpc-port",
  daprInternalGRPCPort: "dapr-internal-grpc-port",
  metricsPort: "metrics-port",
  apiListenAddresses: "dapr-listen-addresses",
  placementHostAddress: "placement-host-address",
  schedulerHostAddress: "scheduler-host-address",
  maxBodySize: "max-body-size",
  logLevel: "log-level",
  configFilePath: "config",
  appMaxConcurrency: "app-max-concurrency",
  enableApiLogging: "enable-api-logging",
  enableAppHealthCheck: "enable-app-health-check",
  appHealthCheckPath: "app-health-check-path",
  appHealthProbeInterval: "app-health-probe-interval",
  appHealthProbeTimeout: "app-health-probe-timeout",
  appHealthThreshold: "app-health-threshold",
};

/** The arguments of an app's sidecar. What a run file cannot say (other listeners) is kept on loopback as well. */
export const daprdArguments = (app: StandaloneApp): string[] => [
  ...(Object.entries(flags) as [Scalar, string][]).flatMap(([field, flag]) =>
    app[field] === undefined ? [] : [`--${flag}=${app[field]}`],
  ),
  ...(app.resourcesPaths ?? []).map((path) => `--resources-path=${path}`),
  `--dapr-internal-grpc-listen-address=${loopback}`,
  `--metrics-listen-address=${loopback}`,
  "--dapr-graceful-shutdown-seconds=5",
  "--log-as-json",
];
