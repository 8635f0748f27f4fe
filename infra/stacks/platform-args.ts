import { join, relative } from "node:path";
import type { ChartSource } from "../components/dapr-control-plane.ts";
import type { TaskPlatformArgs } from "../components/task-platform-args.ts";
import type { StackConfig } from "../config.ts";
import type { Platform } from "../model/platform.ts";
import { versions } from "../versions.ts";

/** Folder of an app relative to the engine's working folder, so that the state does not depend on the checkout's place. */
const appFolder = (app: string): string => relative(process.cwd(), join(import.meta.dirname, "../../apps", app));

const chartSource = (chart: string): ChartSource =>
  /^(https?|oci):/.test(chart) ? { repository: chart } : { folder: chart };

/** Arguments of every cluster's provider: a changed value is an update, not a new object that every pod would have to be pointed at. */
export const clusterDefaults = { enableConfigMapMutable: true, enableSecretMutable: true } as const;

/** What every stack gives to its TaskPlatform: charts and images at their pinned versions, and what its config says. */
export const platformArgs = (
  { charts, baseImage, caGenerations }: StackConfig,
  platform: Platform,
): Omit<TaskPlatformArgs, "registry" | "demoUser"> => ({
  platform,
  daprChart: chartSource(charts.dapr),
  daprVersion: versions.tools.dapr,
  strimzi: { chart: { repository: "https://strimzi.io/charts/" }, version: versions.strimzi },
  redpanda: { chart: { repository: "https://charts.redpanda.com" }, version: versions.charts.redpanda },
  operatorCharts: versions.charts,
  cnpg: { chart: chartSource(charts.cnpg), version: versions.charts.cnpg },
  barman: { chart: chartSource(charts.barman), version: versions.charts["plugin-barman-cloud"] },
  images: { ...versions.images, ...versions.publishedImages },
  baseImage,
  appFolder,
  caGenerations,
});
