import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { definePlatform } from "../../../infra/model/platform.ts";
import { kafkaPubSub } from "../../../infra/model/kafka-pubsub.ts";
import { profiles } from "../../../infra/model/profiles/profiles.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import type { PlatformChoice } from "../../../infra/model/platform-choice.ts";
import { defaultChoice } from "../../../infra/model/platform-choice.ts";
import { recordPlatform, type Overrides } from "../../golden/compositions.ts";
import type { Recorded } from "../components/record.ts";
import { redpandaKafka } from "../redpanda-kafka.ts";

const bases = {
  production: { platform: profiles.default(targets.aks) as PlatformSpec, demoUser: undefined },
  local: { platform: profiles.default(targets.local) as PlatformSpec, demoUser: "demo" },
};

/** One realistic change of a platform. */
export interface Change {
  readonly base: keyof typeof bases;
  /** Changes the model. */
  readonly model?: (draft: any) => void;
  /** Another model altogether. */
  readonly platform?: PlatformSpec;
  /** Changes what the program is given besides. */
  readonly program?: Overrides;
  /** Changes objects that the model lets nobody change: other platforms may. */
  readonly objects?: (find: (kind: string, name: string) => any) => void;
  /** Takes this change back. */
  readonly reverses?: string;
}

const edited = (platform: PlatformSpec, edit: (draft: any) => void): PlatformSpec => {
  const draft = structuredClone(platform) as any;
  delete draft.checked;
  edit(draft);
  return definePlatform(draft as PlatformSpec);
};

const recordedBases = new Map<string, Promise<Recorded[]>>();
const recordBase = (base: keyof typeof bases): Promise<Recorded[]> => {
  const { platform, demoUser } = bases[base];
  const found = recordedBases.get(base) ?? recordPlatform(platform, demoUser);
  recordedBases.set(base, found);
  return found;
};

// Pulumi takes a stack trace for each promise; without them a recording takes two thirds of the time.
Error.stackTraceLimit = 0;

const recordedChanges = new Map<Change, Promise<[Recorded[], Recorded[]]>>();

/** What was applied and what a change makes of it; each is recorded once. */
export const recordChange = (change: Change): Promise<[Recorded[], Recorded[]]> => {
  const found = recordedChanges.get(change) ?? recordNew(change);
  recordedChanges.set(change, found);
  return found;
};

const recordNew = async (change: Change): Promise<[Recorded[], Recorded[]]> => {
  const reversed = changes[change.reverses ?? ""];
  if (reversed !== undefined) {
    const [before, after] = await recordChange(reversed);
    return [after, before];
  }
  const { platform, demoUser } = bases[change.base];
  const before = await recordBase(change.base);
  const other = change.platform ?? (change.model === undefined ? platform : edited(platform, change.model));
  const after =
    other === platform && change.program === undefined
      ? structuredClone(before)
      : await recordPlatform(other, demoUser, change.program);
  change.objects?.((kind, name) => {
    const found = after.find(
      ({ type, inputs }) => type.endsWith(`:${kind}`) && (inputs.metadata?.name ?? inputs.name) === name,
    );
    if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
    return found.inputs;
  });
  return [before, after];
};

const chosen = (choice: Partial<PlatformChoice>): PlatformSpec =>
  todoPlatform(targets.local, { ...defaultChoice, ...choice });

const setMetadata = (component: any, name: string, value: string): void => {
  component.metadata = [...component.metadata.filter((entry: any) => entry.name !== name), { name, value }];
};

const withoutApp = (draft: any, app: string): void => {
  const { topology } = draft;
  delete topology.apps[app];
  delete draft.services[app];
  for (const topic of Object.values<any>(topology.topics)) {
    topic.publishers = topic.publishers.filter((name: string) => name !== app);
    delete topic.subscribers[app];
  }
  topology.invocations = topology.invocations.filter(({ from, to }: any) => from !== app && to !== app);
  for (const thing of [...Object.values<any>(topology.stateStores), ...Object.values<any>(topology.secrets)])
    thing.apps = thing.apps.filter((name: string) => name !== app);
};

const renamedApp = (draft: any, was: string, is: string): void => {
  Object.assign(draft, JSON.parse(JSON.stringify(draft).replaceAll(`"${was}"`, `"${is}"`)));
};

/** Thirty and more realistic changes, each by its name. */
export const changes: Readonly<Record<string, Change>> = {
  "a topic is renamed": {
    base: "production",
    model: (draft) => {
      const { reminders, ...others } = draft.topology.topics;
      draft.topology.topics = { ...others, "due-reminders": reminders };
    },
  },
  "the consumer groups are renamed": {
    base: "production",
    objects: (find) => setMetadata(find("Component", "kafka-pubsub").spec, "consumerGroup", "todo-{appID}"),
  },
  "an app with a cron binding gets three replicas": {
    base: "production",
    model: (draft) => (draft.services["reminder-service"].replicas = 3),
  },
  "an app leaves the scopes of the state store": {
    base: "production",
    model: (draft) => {
      const store = draft.topology.stateStores.statestore;
      store.apps = store.apps.filter((app: string) => app !== "event-service");
    },
  },
  "a secret is rotated": {
    base: "production",
    model: (draft) => (draft.generatedSecrets["jwt-secret"].key = 64),
  },
  "the brokers' storage shrinks": { base: "production", model: (draft) => (draft.kafka.storage = "50Gi") },
  "the database's storage grows": { base: "production", model: (draft) => (draft.database.storage = "200Gi") },
  "storage of one broker grows": { base: "local", model: (draft) => (draft.kafka.storage = "4Gi") },
  "an app's id is changed": {
    base: "production",
    model: (draft) => renamedApp(draft, "event-service", "event-counter"),
  },
  "topics get more partitions": { base: "production", model: (draft) => (draft.kafka.partitions = 24) },
  "topics get fewer partitions": { base: "production", model: (draft) => (draft.kafka.partitions = 6) },
  "topics get more partitions by a Job": { base: "local", model: (draft) => (draft.kafka.partitions = 6) },
  "retention is lowered": { base: "production", model: (draft) => (draft.kafka.retention = "24h") },
  "an app is removed": { base: "production", model: (draft) => withoutApp(draft, "mcp-tools") },
  "an app is added": { base: "production", reverses: "an app is removed" },
  "retries are fewer": { base: "production", model: (draft) => (draft.resiliency.outbound.maxRetries = 3) },
  "the base image is another": { base: "production", program: { baseImage: "base.example.com/node:25" } },
  "mTLS is turned off": {
    base: "production",
    objects: (find) => (find("Release", "dapr").values.global.mtls.enabled = false),
  },
  "the state store's keys get a prefix of their own": {
    base: "production",
    objects: (find) => setMetadata(find("Component", "statestore").spec, "keyPrefix", "todo"),
  },
  "the state store writes into another table": {
    base: "production",
    objects: (find) => setMetadata(find("Component", "statestore").spec, "tablePrefix", "new_"),
  },
  "the state store is Redis": { base: "local", platform: chosen({ stateStore: "redis" }) },
  "the topics are carried by RabbitMQ": { base: "local", platform: chosen({ pubsub: "rabbitmq" }) },
  "the secrets come from Vault": { base: "local", platform: chosen({ secretStore: "vault" }) },
  "Kafka is run by Redpanda": {
    base: "production",
    model: (draft) => {
      draft.kafka = redpandaKafka;
      draft.components["kafka-pubsub"] = kafkaPubSub(redpandaKafka, draft.maxMessageSize);
    },
  },
  "an app takes more requests at once": {
    base: "production",
    model: (draft) => (draft.services["todo-backend"].maxConcurrency = 50),
  },
  "sidecars get less memory": {
    base: "production",
    model: (draft) => (draft.services["audit-service"].sidecarResources.memoryLimit = "256Mi"),
  },
  "an app leaves a topic": {
    base: "production",
    model: (draft) => delete draft.topology.topics.reminders.subscribers["notification-service"],
  },
  "an app receives another topic": { base: "production", reverses: "an app leaves a topic" },
  "an app gets dead letters": { base: "production", reverses: "an app loses its dead letters" },
  "an app loses its dead letters": {
    base: "production",
    objects: (find) => delete find("Subscription", "notification-service-reminders").spec.deadLetterTopic,
  },
  "a route is another": {
    base: "production",
    model: (draft) => (draft.topology.topics.reminders.subscribers["audit-service"].route = "/due"),
  },
  "an app takes events one by one": {
    base: "production",
    model: (draft) => delete draft.topology.topics["task-events"].subscribers["audit-service"].bulk,
  },
  "an app may no longer publish": {
    base: "production",
    model: (draft) =>
      (draft.topology.topics["audit-logs"].publishers = draft.topology.topics["audit-logs"].publishers.filter(
        (app: string) => app !== "mcp-tools",
      )),
  },
  "a schedule is another": {
    base: "production",
    model: (draft) => (draft.topology.schedules["daily-cleanup-cron"].schedule = "0 4 * * *"),
  },
  "a schedule is removed": {
    base: "production",
    model: (draft) => delete draft.topology.schedules["daily-cleanup-cron"],
  },
  "an app gets one replica and no disruption budget": {
    base: "production",
    model: (draft) => (draft.services["todo-backend"].replicas = 1),
  },
  "an app is scaled by its CPU": {
    base: "production",
    model: (draft) =>
      (draft.services["notification-service"].scaling = {
        minReplicas: 2,
        maxReplicas: 6,
        by: { kind: "cpu", utilization: 70 },
      }),
  },
  "Dapr is upgraded": { base: "production", program: { daprVersion: "1.18.9" } },
  "Dapr goes back": { base: "production", program: { daprVersion: "1.17.7" } },
  "the CA's next key signs": { base: "production", program: { caGenerations: { signing: 2, trusted: [1, 2] } } },
  "an app may no longer call another": {
    base: "production",
    model: (draft) =>
      (draft.topology.invocations = draft.topology.invocations.filter(
        ({ from }: any) => from !== "notification-service",
      )),
  },
  "everybody may call an app": {
    base: "production",
    objects: (find) => (find("Configuration", "app-config-todo-backend").spec.accessControl.defaultAction = "allow"),
  },
  "an app may no longer read a secret": {
    base: "production",
    model: (draft) =>
      (draft.topology.secrets["jwt-secret"].apps = draft.topology.secrets["jwt-secret"].apps.filter(
        (app: string) => app !== "audit-service",
      )),
  },
  "fewer requests are traced": { base: "production", model: (draft) => (draft.tracing.samplingRate = 0.1) },
  "a binding is removed": {
    base: "production",
    objects: (find) => (find("Component", "push").scopes = ["audit-service"]),
  },
  "one broker gets more heap": { base: "local", model: (draft) => (draft.kafka.heap = "384Mi") },
  nothing: { base: "production" },
};
