import { describe, expect, test } from "vitest";
import { checkManifest } from "../../../infra/model/dapr/kinds/check-manifest.ts";
import { checkSidecarAnnotations } from "../../../infra/model/dapr/kinds/check-sidecar-annotations.ts";
import { toComponents } from "../../../infra/model/dapr/component.ts";
import { toManifests } from "../../../infra/model/dapr/manifests.ts";
import { toSidecarAnnotations } from "../../../infra/model/dapr/sidecar.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { profiles } from "../../../infra/model/profiles/profiles.ts";
import { targets, type TargetName } from "../../../infra/model/targets.ts";

type ProfileName = keyof typeof profiles;
const names = Object.keys(profiles) as ProfileName[];
const targetNames = Object.keys(targets) as TargetName[];

const build = (name: ProfileName): PlatformSpec => profiles[name](targets.local);

/** What seed-profiles tells apart, in one line each. */
const summary = (platform: PlatformSpec) => ({
  namespace: platform.namespace,
  components: toComponents(platform).map(({ name, type, version }) => `${name} ${type}/${version}`),
  topics: Object.keys(platform.topology.topics),
  apps: Object.keys(platform.topology.apps),
  schedules: Object.entries(platform.topology.schedules ?? {}).map(
    ([name, { schedule, app, route }]) => `${name} ${schedule} ${app} ${route}`,
  ),
});

describe("the Todo platform is expressible in the names of", () => {
  test.each(names.flatMap((name) => targetNames.map((target) => ({ name, target }))))(
    "$name on $target, and every object of it is one that Dapr takes",
    ({ name, target }) => {
      const platform: PlatformSpec = profiles[name](targets[target]);
      expect(toManifests(platform).flatMap((manifest) => checkManifest(manifest, manifest.metadata.name))).toEqual([]);
      const annotations = Object.entries(platform.services).flatMap(([app, service]) =>
        checkSidecarAnnotations(toSidecarAnnotations(platform, app, service), app),
      );
      expect(annotations).toEqual([]);
    },
  );

  test("S0: five topics, its own component names, PostgreSQL v1, crons of five minutes and of 01:00", () => {
    expect(summary(build("s0"))).toEqual({
      namespace: "todo-app",
      components: [
        "task-pubsub pubsub.kafka/v1",
        "task-statestore state.postgresql/v1",
        "task-secretstore secretstores.kubernetes/v1",
        "reminder-cron bindings.cron/v1",
        "recurring-task-cron bindings.cron/v1",
      ],
      topics: ["task-events", "reminder-events", "task-update-events", "recurring-events", "notification-events"],
      apps: [
        "todo-frontend",
        "todo-backend",
        "notification-service",
        "audit-service",
        "task-service",
        "reminder-service",
        "event-service",
      ],
      schedules: [
        "reminder-cron */5 * * * * reminder-service /check-and-send-reminders",
        "recurring-task-cron 0 1 * * * task-service /generate-recurring-tasks",
      ],
    });
  });

  test("S1: backend-service with table state_table and encrypted state", () => {
    const platform = build("s1");
    expect(summary(platform)).toEqual({
      namespace: "todo-app",
      components: [
        "kafka-pubsub pubsub.kafka/v1",
        "statestore state.postgresql/v1",
        "kubernetes-secret-store secretstores.kubernetes/v1",
        "outgoing-http bindings.http/v1",
      ],
      topics: ["task-events"],
      apps: ["backend-service", "audit-service"],
      schedules: [],
    });
    expect(platform.components["statestore"]?.metadata).toEqual([
      { name: "connectionString", secretKeyRef: { name: "postgres-secret", key: "connection-string" } },
      { name: "tableName", value: "state_table" },
      { name: "actorStateStore", value: "true" },
      { name: "maxConns", value: "10" },
      { name: "primaryEncryptionKey", secretKeyRef: { name: "state-encryption", key: "key" } },
    ]);
  });

  test("S2: a topic for each kind of event, Redis, retries of 200 ms", () => {
    const platform = build("s2");
    expect(summary(platform)).toEqual({
      namespace: "todo-app-prod",
      components: [
        "kafka-pubsub pubsub.kafka/v1",
        "statestore state.redis/v1",
        "kubernetes-secrets secretstores.kubernetes/v1",
      ],
      topics: ["todo.tasks.created", "todo.tasks.updated", "todo.tasks.deleted", "todo.tasks.completed"],
      apps: ["todo-backend", "event-service"],
      schedules: [],
    });
    expect(platform.components["kafka-pubsub"]?.metadata).toContainEqual({
      name: "consumeRetryInterval",
      value: "200ms",
    });
    expect(platform.services["event-service"]?.sidecarResources).toEqual({
      cpuRequest: "100m",
      memoryRequest: "128Mi",
      cpuLimit: "200m",
      memoryLimit: "256Mi",
    });
  });

  test("S3: namespace default, a broker elsewhere, keys without prefix, a cron of the backend", () => {
    const platform = build("s3");
    expect(summary(platform)).toEqual({
      namespace: "default",
      components: [
        "kafka-pubsub pubsub.kafka/v1",
        "statestore state.postgresql/v2",
        "kubernetes-secrets secretstores.kubernetes/v1",
        "reminder-cron bindings.cron/v1",
      ],
      topics: ["task-events", "reminders"],
      apps: ["backend-service", "notification-service", "recurring-task-service"],
      schedules: ["reminder-cron */5 * * * * backend-service /reminder-cron"],
    });
    expect(platform.kafka).toMatchObject({ kind: "external", provider: "redpanda-cloud", tls: true });
    expect(platform.components["kafka-pubsub"]?.metadata).toContainEqual({ name: "saslMechanism", value: "SHA-256" });
    expect(platform.components["statestore"]?.metadata).toContainEqual({ name: "keyPrefix", value: "none" });
  });

  test("S4: three topics, one database, three crons", () => {
    const platform = build("s4");
    expect(summary(platform)).toEqual({
      namespace: "todo-app",
      components: [
        "kafka-pubsub pubsub.kafka/v1",
        "statestore state.postgresql/v2",
        "kubernetes-secrets secretstores.kubernetes/v1",
        "reminder-checker-cron bindings.cron/v1",
        "recurring-task-cron bindings.cron/v1",
        "daily-cleanup-cron bindings.cron/v1",
      ],
      topics: ["task-events", "reminders", "audit-logs"],
      apps: ["todo-frontend", "todo-backend", "notification-service", "audit-service", "recurring-task-service"],
      schedules: [
        "reminder-checker-cron */1 * * * * notification-service /api/jobs/check-reminders",
        "recurring-task-cron 0 * * * * recurring-task-service /generate-recurring-tasks",
        "daily-cleanup-cron 0 2 * * * audit-service /api/jobs/daily-cleanup",
      ],
    });
    expect(platform.database?.owners.map(({ database }) => database)).toEqual(["tododb"]);
  });
});
