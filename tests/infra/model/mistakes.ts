import { gatewayMistakes } from "./gateway-mistakes.ts";
import { operatorMistakes } from "./operator-mistakes.ts";
import { tracingMistakes } from "./tracing-mistakes.ts";
import { databaseMistakes } from "./database-mistakes.ts";
import { kafkaMistakes } from "./kafka-mistakes.ts";
import { redisMistakes } from "./redis-mistakes.ts";
import { serverMistakes } from "./server-mistakes.ts";
import { observabilityMistakes } from "./observability-mistakes.ts";
import { scalingMistakes } from "./scaling-mistakes.ts";
import { sidecarMistakes } from "./sidecar-mistakes.ts";

/** Each breaks the platform in one place and names every problem that must follow, and no other. */
export const mistakes: [title: string, change: (platform: any) => void, problems: [code: string, path: string][]][] = [
  ["a name in capitals", (p) => (p.namespace = "Todo"), [["TP0101", "namespace"]]],
  [
    "a topic that Kafka refuses",
    (p) =>
      (p.topology.topics["task events"] = {
        events: [],
        publishers: ["todo-backend"],
        subscribers: { "audit-service": { route: "/x" } },
      }),
    [["TP0102", "topology.topics.task events"]],
  ],
  [
    "a topic that collides with another",
    (p) => {
      p.topology.topics["todo.tasks"] = {
        events: [],
        publishers: ["todo-backend"],
        subscribers: { "audit-service": { route: "/a" } },
      };
      p.topology.topics["todo_tasks"] = {
        events: [],
        publishers: ["todo-backend"],
        subscribers: { "audit-service": { route: "/b" } },
      };
    },
    [
      ["TP0103", "topology.topics.todo.tasks"],
      ["TP0103", "topology.topics.todo_tasks"],
    ],
  ],
  [
    "a topic that duplicates a dead-letter topic",
    (p) =>
      (p.topology.topics["task-events-dead-letter"] = {
        events: [],
        publishers: ["todo-backend"],
        subscribers: { "audit-service": { route: "/x" } },
      }),
    [["TP0103", "topology.topics.task-events-dead-letter"]],
  ],
  [
    "a mistyped publisher",
    (p) => (p.topology.topics["task-events"].publishers = ["todo-backnd"]),
    [["TP0201", "topology.topics.task-events.publishers[0]"]],
  ],
  [
    "a mistyped subscriber",
    (p) => (p.topology.topics["audit-logs"].subscribers = { "audit-servce": { route: "/audit-logs" } }),
    [["TP0201", "topology.topics.audit-logs.subscribers.audit-servce"]],
  ],
  ["a mistyped callee", (p) => (p.topology.invocations[0].to = "backend"), [["TP0201", "topology.invocations[0].to"]]],
  [
    "a mistyped reader of a secret",
    (p) => (p.topology.secrets["jwt-secret"].apps = ["todo-backen"]),
    [["TP0201", "topology.secrets.jwt-secret.apps[0]"]],
  ],
  [
    "a mistyped user of a state store",
    (p) => p.topology.stateStores.statestore.apps.push("nobody"),
    [["TP0201", "topology.stateStores.statestore.apps[5]"]],
  ],
  [
    "a topic without a publisher",
    (p) => (p.topology.topics["audit-logs"].publishers = []),
    [["TP0202", "topology.topics.audit-logs.publishers"]],
  ],
  [
    "a topic without a subscriber",
    (p) => (p.topology.topics["audit-logs"].subscribers = {}),
    [["TP0203", "topology.topics.audit-logs.subscribers"]],
  ],
  [
    "an event on two topics",
    (p) => p.topology.topics["audit-logs"].events.push("task.created"),
    [["TP0204", "topology.topics.audit-logs.events[1]"]],
  ],
  [
    "a route without a slash",
    (p) => (p.topology.deadLetters.route = "dead-letters"),
    [["TP0205", "topology.deadLetters.route"]],
  ],
  [
    "two subscriptions on one route",
    (p) => (p.topology.deadLetters.route = "/audit-logs"),
    [["TP0206", "topology.deadLetters.route"]],
  ],
  [
    "a schedule on a subscription's route",
    (p) => (p.topology.schedules = { hourly: { schedule: "@hourly", app: "audit-service", route: "/audit-logs" } }),
    [["TP0206", "topology.schedules.hourly.route"]],
  ],
  [
    "a schedule of a mistyped app",
    (p) => (p.topology.schedules = { hourly: { schedule: "@hourly", app: "audit-servic", route: "/hourly" } }),
    [["TP0201", "topology.schedules.hourly.app"]],
  ],
  [
    "a route for an event that the topic does not carry",
    (p) => (p.topology.topics["audit-logs"].subscribers["audit-service"].routes = { "audit.recordd": "/recorded" }),
    [["TP0211", "topology.topics.audit-logs.subscribers.audit-service.routes.audit.recordd"]],
  ],
  [
    "bulk deliveries beside routes by event type",
    (p) => (p.topology.topics["task-events"].subscribers["event-service"].bulk = { maxMessages: 10, maxAwaitMs: 10 }),
    [["TP0212", "topology.topics.task-events.subscribers.event-service.bulk"]],
  ],
  [
    "an app that calls itself",
    (p) => (p.topology.invocations[0].to = "todo-frontend"),
    [["TP0207", "topology.invocations[0]"]],
  ],
  [
    "a wildcard in the middle of a path",
    (p) => (p.topology.invocations[0].path = "/api/*/tasks"),
    [["TP0208", "topology.invocations[0].path"]],
  ],
  [
    "a call below the path of another one",
    (p) => p.topology.invocations.push({ ...p.topology.invocations[1], path: "/api/notifications/*", verbs: ["POST"] }),
    [["TP0213", "topology.invocations[15].path"]],
  ],
  [
    "a call without verbs",
    (p) => (p.topology.invocations[0].verbs = []),
    [["TP0209", "topology.invocations[0].verbs"]],
  ],
  ["an app without a service", (p) => delete p.services["audit-service"], [["TP0301", "services.audit-service"]]],
  [
    "a service without an app",
    (p) => (p.services["audit-servic"] = p.services["audit-service"]),
    [["TP0301", "services.audit-servic"]],
  ],
  [
    "a CPU request above its limit",
    (p) => (p.services["audit-service"].resources.cpuRequest = "2"),
    [["TP0302", "services.audit-service.resources.cpuRequest"]],
  ],
  [
    "a memory size that is none",
    (p) => (p.services["audit-service"].sidecarResources.memoryRequest = "128MB"),
    [["TP0107", "services.audit-service.sidecarResources.memoryRequest"]],
  ],
  [
    "a duration that is none",
    (p) => (p.services["audit-service"].blockShutdown = "soon"),
    [["TP0107", "services.audit-service.blockShutdown"]],
  ],
  ["the trust domain of everybody", (p) => (p.trustDomain = "public"), [["TP0110", "trustDomain"]]],
  ["a missing key", (p) => delete p.topology.deadLetters, [["TP0106", "topology.deadLetters"]]],
  ["an unknown key", (p) => (p.topology.topic = {}), [["TP0106", "topology.topic"]]],
  [
    "a wrong type",
    (p) => (p.topology.apps["todo-backend"].port = "8000"),
    [["TP0106", "topology.apps.todo-backend.port"]],
  ],
  [
    "an entry that stands twice",
    (p) => p.topology.secrets["jwt-secret"].apps.push("todo-backend"),
    [["TP0109", "topology.secrets.jwt-secret.apps[6]"]],
  ],
  [
    "a call that is declared twice",
    (p) => p.topology.invocations.push({ ...p.topology.invocations[0], verbs: ["GET"] }),
    [["TP0210", "topology.invocations[15]"]],
  ],
  [
    "a suppression without a reason",
    (p) => {
      p.trustDomain = "public";
      p.suppressions = [{ code: "TP0110", path: "trustDomain", reason: "" }];
    },
    [["TP0104", "suppressions[0].reason"]],
  ],
  [
    "a suppression that covers nothing",
    (p) => (p.suppressions = [{ code: "TP0110", path: "trustDomain", reason: "development on one machine" }]),
    [["TP0105", "suppressions[0]"]],
  ],
  [
    "two owners of one role",
    (p) => (p.database.owners[1].role = p.database.owners[0].role),
    [["TP0413", "database.owners[1].role"]],
  ],
  [
    "a variable that no sidecar has",
    (p) => (p.components["kafka-pubsub"].metadata.find((item: any) => item.envRef).envRef = "KAFKA_PASSWD"),
    [["TP0414", "components.kafka-pubsub.metadata[3].envRef"]],
  ],
  [
    "a size limit of its own in the component",
    (p) => (p.maxMessageSize = "2Mi"),
    [["TP0415", "components.kafka-pubsub.metadata[8].value"]],
  ],
  [
    "one copy of each event in production",
    (p) => (p.dapr.highAvailability = true),
    [
      ["TP0416", "kafka.replicationFactor"],
      ["TP0453", "database.kind"],
    ],
  ],
  [
    "a key that its Secret has not",
    (p) => (p.topology.secrets["jwt-secret"].keys = ["kye"]),
    [["TP0417", "topology.secrets.jwt-secret.keys[0]"]],
  ],
  ["no replicas", (p) => (p.services["audit-service"].replicas = 0), [["TP0108", "services.audit-service.replicas"]]],
  ["more readers than partitions", (p) => (p.services["event-service"].replicas = 4), [["TP0401", "kafka.partitions"]]],
  ["more connections than the server has", (p) => (p.database.maxConnections = 100), [["TP0402", "database.owners"]]],
  [
    "a component whose Secret nobody makes",
    (p) => (p.components.statestore.metadata[0].secretKeyRef.name = "statestore-credential"),
    [["TP0403", "components.statestore.metadata[0].secretKeyRef.name"]],
  ],
  [
    "sidecars that open too many connections",
    (p) => (p.components.statestore.metadata.find((item: any) => item.name === "maxConns").value = "50"),
    [["TP0404", "components.statestore.metadata.maxConns"]],
  ],
  [
    "a state store without a component",
    (p) => (p.topology.stateStores["cache"] = { apps: ["todo-backend"] }),
    [["TP0405", "topology.stateStores.cache"]],
  ],
  [
    "a state store that is no state store",
    (p) => (p.topology.stateStores = { "kubernetes-secrets": { apps: ["todo-backend"] } }),
    [
      ["TP0408", "topology.stateStores.kubernetes-secrets"],
      ["TP0409", "components.statestore"],
    ],
  ],
  [
    "a component that no app uses",
    (p) => (p.components["cache"] = { type: "state.in-memory", version: "v1", metadata: [] }),
    [["TP0409", "components.cache"]],
  ],
  [
    "a mistyped pub/sub component",
    (p) => (p.pubsub = "kafka-pubsb"),
    [
      ["TP0405", "pubsub"],
      ["TP0409", "components.kafka-pubsub"],
    ],
  ],
  [
    "a schedule of a component's name",
    (p) =>
      (p.topology.schedules = {
        statestore: { schedule: "@hourly", app: "audit-service", route: "/hourly" },
      }),
    [["TP0410", "topology.schedules.statestore"]],
  ],
  [
    "a schedule that would fire in every replica",
    (p) => (p.topology.schedules = { cleanup: { schedule: "@hourly", app: "todo-backend", route: "/cleanup" } }),
    [["TP0411", "topology.schedules.cleanup.app"]],
  ],
  [
    "two actor stores of one app",
    (p) => {
      p.components["actors"] = p.components.statestore;
      p.topology.stateStores["actors"] = { apps: ["todo-backend"] };
    },
    [["TP0412", "components.actors.metadata.actorStateStore"]],
  ],
  ["a sampling rate above one", (p) => (p.tracing.samplingRate = 80), [["TP0108", "tracing.samplingRate"]]],
  ["a message size that is none", (p) => (p.maxMessageSize = "1048576"), [["TP0107", "maxMessageSize"]]],
  ...databaseMistakes,
  ...kafkaMistakes,
  ...sidecarMistakes,
  ...redisMistakes,
  ...serverMistakes,
  ...observabilityMistakes,
  ...scalingMistakes,
  ...gatewayMistakes,
  ...operatorMistakes,
  ...tracingMistakes,
];
