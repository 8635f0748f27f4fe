import type { TaskPlatformArgs } from "../../../infra/components/task-platform-args.ts";

/** What a TaskPlatform is given besides its platform: charts in folders, and images by their short names. */
export const taskPlatformArgs: Omit<TaskPlatformArgs, "platform"> = {
  daprChart: { folder: "/charts/dapr" },
  daprVersion: "1.18.2",
  strimzi: { chart: { folder: "/charts/strimzi" }, version: "1.2.0" },
  redpanda: { chart: { folder: "/charts/redpanda" }, version: "25.2.1" },
  cnpg: { chart: { folder: "/charts/cnpg" }, version: "0.29.0" },
  barman: { chart: { folder: "/charts/barman" }, version: "0.8.0" },
  images: {
    kafka: "kafka",
    postgres: "postgres",
    redis: "redis",
    etcd: "etcd",
    rabbitmq: "rabbitmq",
    vault: "vault",
    zipkin: "zipkin",
    jaeger: "jaeger",
    otelCollector: "collector",
    fluentBit: "fluent-bit",
  },
  registry: "registry.example.com",
  baseImage: undefined,
  appFolder: (app) => `apps/${app}`,
  demoUser: undefined,
};
