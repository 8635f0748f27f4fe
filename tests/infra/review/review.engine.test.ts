import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPreview } from "../../../infra/review/preview/read-preview.ts";
import { reviewPreview, type ReviewReport } from "../../../infra/review/report.ts";
import { buildah } from "../../../local/pulumi/docker-build/buildah.ts";
import { startApiserver, type Apiserver } from "../../support/apiserver.ts";
import { commands, createPulumiProject, stateAtTheEnd, type PulumiProject } from "../../support/pulumi-project.ts";
import { s2Program } from "../stacks/s2-program.ts";

const images = `localhost/review:${process.pid}`;
let apiserver: Apiserver;
let project: PulumiProject;

beforeAll(async () => {
  apiserver = await startApiserver();
  project = await createPulumiProject(s2Program(apiserver.kubeconfig, images));
  await mkdir(join(project.folder, "app"));
  await project.write("app/Dockerfile", "FROM scratch\nCOPY Dockerfile /\n");
  await project.succeed(commands.up, stateAtTheEnd);
}, 180_000);

afterAll(async () => {
  await buildah(["rmi", "--force", images]);
  await Promise.all([apiserver.stop(), project.remove()]);
});

/** The report of what the engine would do after an edit of the model. */
const review = async (variables: Record<string, string>): Promise<ReviewReport> => {
  const log = join(project.folder, "events.json");
  await project.succeed(["preview", "--event-log", log], { ...variables, PULUMI_DEBUG_COMMANDS: "true" });
  return reviewPreview(readPreview(await readFile(log, "utf8")));
};

const told = ({ effects }: ReviewReport): string[] =>
  effects.map(({ risk, subject, text }) => `${risk}: ${subject} ${text}`);

/** Edits of the model of seed S2, and what the review must say. */
const edits: Record<string, { readonly variables: Record<string, string>; readonly effects: readonly string[] }> = {
  nothing: { variables: {}, effects: [] },
  "a topic is renamed": {
    variables: {
      EDIT: `const { topics } = draft.topology;
        topics["tasks.new"] = topics["todo.tasks.created"];
        delete topics["todo.tasks.created"];`,
    },
    effects: [
      "data-loss: todo.tasks.created is renamed to tasks.new: events that wait in todo.tasks.created are not delivered",
      "data-loss: todo.tasks.created-dead-letter is renamed to tasks.new-dead-letter: events that wait in todo.tasks.created-dead-letter are not delivered",
      "none: kafka-pubsub reloads in 2 apps (publishingScopes, subscriptionScopes): event-service and todo-backend",
    ],
  },
  "every password is made anew": {
    variables: { ROTATE: "1" },
    effects: [
      "downtime: event-service-app-api-token gets another value: event-service keeps the old one until restarted",
      "downtime: event-service-dapr-api-token gets another value: event-service keeps the old one until restarted",
      "downtime: event-service-kafka gets another value: event-service keeps the old one until restarted",
      "downtime: postgres gets another value: postgres keeps the old one until restarted",
      "downtime: postgres-credentials gets another value: todo-backend keeps the old one until restarted",
      "downtime: redis gets another value: redis keeps the old one until restarted",
      "downtime: redis-secret gets another value: event-service and todo-backend keep the old one until restarted",
      "downtime: todo-backend-app-api-token gets another value: todo-backend keeps the old one until restarted",
      "downtime: todo-backend-dapr-api-token gets another value: todo-backend keeps the old one until restarted",
      "downtime: todo-backend-kafka gets another value: todo-backend keeps the old one until restarted",
      "downtime: todo-kafka gets another value: todo-kafka keeps the old one until restarted",
      "none: demo-user gets another value",
      "none: postgres-roles gets another value",
      "none: todo-kafka-users gets another value",
    ],
  },
  "volumes grow": {
    variables: { EDIT: `draft.redis.storage = draft.kafka.storage = "9Gi";` },
    effects: [
      "downtime: redis has 9Gi instead of 2Gi of storage (data): the StatefulSet is made anew and its volumes keep their size: grow their claims by hand",
      "downtime: redis is deleted and made anew",
      "downtime: todo-kafka has 9Gi instead of 2Gi of storage (data): the StatefulSet is made anew and its volumes keep their size: grow their claims by hand",
      "downtime: todo-kafka is deleted and made anew",
    ],
  },
  "a sidecar gets less memory, an app more replicas": {
    variables: {
      EDIT: `draft.services["event-service"].sidecarResources.memoryLimit = "200Mi";
        draft.services["todo-backend"].replicas = 3;`,
    },
    effects: [
      "restart: event-service restarts: sidecar (sidecar-memory-limit)",
      "restart: todo-backend restarts: sidecar (sidecar-memory-limit)",
      "none: event-service has a sidecar with 200Mi instead of 256Mi of memory: one that needs more is killed",
      "none: todo-backend goes from 2 to 3 replicas",
      "none: todo-backend has a sidecar with 200Mi instead of 256Mi of memory: one that needs more is killed",
    ],
  },
  "retries are fewer": {
    variables: { EDIT: "draft.resiliency.outbound.maxRetries = 2;" },
    effects: [
      "restart: event-service restarts: annotation dapr-settings",
      "restart: todo-backend restarts: annotation dapr-settings",
      "none: app-resiliency has retries.outbound.maxRetries 2 instead of 5",
    ],
  },
  "a store leaves an app, topics get partitions": {
    variables: {
      EDIT: `draft.topology.stateStores.statestore.apps = ["todo-backend"];
        draft.kafka.partitions = 6;`,
    },
    effects: [
      "data-loss: todo.tasks.completed goes from 3 to 6 partitions: keys move to other partitions, so events of one key may be handled out of order",
      "data-loss: todo.tasks.completed-dead-letter goes from 3 to 6 partitions: keys move to other partitions, so events of one key may be handled out of order",
      "data-loss: todo.tasks.created goes from 3 to 6 partitions: keys move to other partitions, so events of one key may be handled out of order",
      "data-loss: todo.tasks.created-dead-letter goes from 3 to 6 partitions: keys move to other partitions, so events of one key may be handled out of order",
      "data-loss: todo.tasks.deleted goes from 3 to 6 partitions: keys move to other partitions, so events of one key may be handled out of order",
      "data-loss: todo.tasks.deleted-dead-letter goes from 3 to 6 partitions: keys move to other partitions, so events of one key may be handled out of order",
      "data-loss: todo.tasks.updated goes from 3 to 6 partitions: keys move to other partitions, so events of one key may be handled out of order",
      "data-loss: todo.tasks.updated-dead-letter goes from 3 to 6 partitions: keys move to other partitions, so events of one key may be handled out of order",
      "downtime: event-service loses component statestore (state)",
      "downtime: todo-kafka restarts: annotation config",
      "restart: event-service restarts: environment and sidecar (env)",
    ],
  },
};

describe("what the engine previews is told as what is recorded", () => {
  test.each(Object.entries(edits))("%s", async (_, { variables, effects }) => {
    expect(told(await review(variables))).toEqual(effects);
  });

  test("secrets are nowhere in the report", async () => {
    const report = JSON.stringify(await review({ ROTATE: "1" }));
    const { stdout } = await project.succeed(["stack", "export", "--show-secrets"]);
    const { deployment } = JSON.parse(stdout) as { deployment: { resources: { type: string; outputs?: any }[] } };
    const passwords = deployment.resources
      .filter(({ type }) => type === "random:index/randomPassword:RandomPassword")
      .map(({ outputs }) => JSON.parse(outputs.result.plaintext) as string);
    expect(passwords.length).toBeGreaterThan(5);
    expect(passwords.filter((password) => report.includes(password))).toEqual([]);
  });
});
