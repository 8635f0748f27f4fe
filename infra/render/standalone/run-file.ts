import { configurationName } from "../../model/dapr/configuration.ts";
import { toSidecarSettings } from "../../model/dapr/sidecar.ts";
import { stateStoresOf } from "../../model/access.ts";
import type { PlatformSpec } from "../../model/platform-spec.ts";
import { toBytes } from "../../model/units.ts";
import { loopback } from "./standalone-platform.ts";
import type { AppPorts, StandalonePorts } from "./standalone-ports.ts";

/** An app of a run file. Source: dapr/cli pkg/standalone/run.go, pkg/runfileconfig. */
export interface RunFileApp {
  readonly appID: string;
  /** Relative to the run file. */
  readonly appDirPath: string;
  readonly appPort: number;
  readonly appProtocol?: string;
  readonly configFilePath?: string;
  readonly daprHTTPPort: number;
  readonly daprGRPCPort: number;
  readonly daprInternalGRPCPort: number;
  readonly metricsPort: number;
  readonly appMaxConcurrency?: number;
  readonly enableAppHealthCheck?: boolean;
  readonly appHealthCheckPath?: string;
  /** Seconds. */
  readonly appHealthProbeInterval?: number;
  /** Milliseconds. */
  readonly appHealthProbeTimeout?: number;
  readonly appHealthThreshold?: number;
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly string[];
}

/** What `dapr run -f` reads. */
export interface RunFile {
  readonly version: 1;
  readonly common: {
    readonly resourcesPaths: readonly string[];
    readonly apiListenAddresses: string;
    readonly placementHostAddress: string;
    readonly schedulerHostAddress: string;
    readonly maxBodySize: string;
    readonly enableApiLogging: boolean;
  };
  readonly apps: readonly RunFileApp[];
}

const command = ["node", "--enable-source-maps", "main.js"] as const;

const portsOf = ({ app, http, grpc, internal, metrics }: AppPorts) => ({
  appPort: app,
  daprHTTPPort: http,
  daprGRPCPort: grpc,
  daprInternalGRPCPort: internal,
  metricsPort: metrics,
});

const toApp = (platform: PlatformSpec, app: string, ports: AppPorts, folder: string): RunFileApp => {
  const service = platform.services[app];
  if (!service) throw new Error(`definePlatform lets no app pass without a service, but "${app}" has none`);
  const settings = toSidecarSettings(platform, app, service);
  const [stateStore] = stateStoresOf(platform, app);
  return {
    appID: app,
    appDirPath: folder,
    ...portsOf(ports),
    appProtocol: settings.appProtocol ?? "http",
    configFilePath: `config/${configurationName(platform, app)}.yaml`,
    ...(service.maxConcurrency === undefined ? {} : { appMaxConcurrency: service.maxConcurrency }),
    enableAppHealthCheck: true,
    appHealthCheckPath: service.eventHealthPath ?? "/health",
    appHealthProbeInterval: 1,
    appHealthProbeTimeout: 900,
    appHealthThreshold: 2,
    env: {
      APP_HOST: loopback,
      LOG_LEVEL: service.logLevel,
      SECRET_STORE: platform.secretStore,
      PUBSUB_NAME: platform.pubsub,
      ...(stateStore === undefined ? {} : { STATE_STORE: stateStore }),
      MAX_BODY_BYTES: String(toBytes(platform.maxMessageSize)),
    },
    command,
  };
};

/** The sink has no use for its sidecar; it stands here so that one command starts everything. */
const toSink = (name: string, ports: AppPorts, smtp: number, folder: string): RunFileApp => ({
  appID: name,
  appDirPath: folder,
  ...portsOf(ports),
  env: { APP_HOST: loopback, SMTP_PORT: String(smtp) },
  command,
});

/**
 * The run file of a platform.
 *
 * @param appFolder Folder of an app's bundle, relative to the run file.
 */
export const toRunFile = (
  platform: PlatformSpec,
  ports: StandalonePorts,
  appFolder: (app: string) => string,
): RunFile => ({
  version: 1,
  common: {
    resourcesPaths: ["resources"],
    apiListenAddresses: loopback,
    placementHostAddress: `${loopback}:${ports.placement}`,
    schedulerHostAddress: `${loopback}:${ports.scheduler}`,
    maxBodySize: platform.maxMessageSize,
    enableApiLogging: true,
  },
  apps: Object.entries(ports.apps).map(([app, own]) =>
    app === platform.messageSink?.name
      ? toSink(app, own, ports.smtp, appFolder(app))
      : toApp(platform, app, own, appFolder(app)),
  ),
});
