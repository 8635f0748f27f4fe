import type { Input } from "@pulumi/pulumi";
import type { CaGenerations } from "../model/ca-generations.ts";
import type { ChartVersions } from "../model/operators/operator-charts.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import type { CloudLinks } from "./cloud-links.ts";
import type { ChartSource } from "./dapr-control-plane.ts";
import type { TracingImages } from "./tracing-backend.ts";

/** Arguments of `TaskPlatform`. */
export interface TaskPlatformArgs {
  readonly platform: PlatformSpec;
  readonly daprChart: ChartSource;
  readonly daprVersion: string;
  /** Strimzi's operator, for Kafka of that kind. */
  readonly strimzi: { readonly chart: ChartSource; readonly version: string };
  /** Redpanda's chart, for Kafka of that kind. */
  readonly redpanda: { readonly chart: ChartSource; readonly version: string };
  readonly images: {
    readonly kafka: string;
    readonly postgres: string;
    readonly redis: string;
    readonly etcd: string;
    readonly rabbitmq: string;
    readonly vault: string;
    readonly fluentBit: string;
  } & TracingImages;
  /** Versions of the charts of further operators, where the platform installs them. */
  readonly operatorCharts?: ChartVersions;
  /** CloudNativePG's operator, for PostgreSQL of that kind. */
  readonly cnpg: { readonly chart: ChartSource; readonly version: string };
  /** Where the plugin for CloudNativePG's backups comes from. */
  readonly barman: { readonly chart: ChartSource; readonly version: string };
  /** Where the apps' images are pushed, and what they are built upon. */
  readonly registry: Input<string>;
  readonly baseImage: string | undefined;
  /** Folder of an app, with its Dockerfile. */
  readonly appFolder: (app: string) => string;
  readonly demoUser: string | undefined;
  /** Which keys of the platform's CA sign and are trusted. @default the first one */
  readonly caGenerations?: CaGenerations | undefined;
  /** What a cloud runs beside the cluster. @default nothing */
  readonly cloud?: CloudLinks | undefined;
}
