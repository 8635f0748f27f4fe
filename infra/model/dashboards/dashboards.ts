import type { PlatformSpec } from "../platform-spec.ts";
import { appDashboard, overviewDashboard } from "./app-dashboards.ts";
import type { DashboardSpec } from "./dashboard-spec.ts";
import { kafkaDashboard } from "./kafka-dashboard.ts";
import { postgresDashboard } from "./postgres-dashboard.ts";
import { pubsubDashboard } from "./pubsub-dashboard.ts";
import { sidecarDashboard } from "./sidecar-dashboard.ts";

/** The dashboards of a platform; Kafka's and PostgreSQL's where the platform runs them by an operator that tells them. */
export const dashboardsOf = (platform: PlatformSpec): DashboardSpec[] => {
  const { kafka, database } = platform;
  return [
    overviewDashboard(platform),
    sidecarDashboard(platform),
    pubsubDashboard(platform),
    appDashboard(platform),
    ...(kafka?.kind === "strimzi" ? [kafkaDashboard(kafka.namespace)] : []),
    ...(database?.kind === "cnpg" ? [postgresDashboard(database.namespace)] : []),
  ];
};
