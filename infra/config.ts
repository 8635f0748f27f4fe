import { z } from "zod";
import { aksChoice, aksKeys, cloudOperators, doksChoice, doksKeys } from "./cloud-config.ts";
import { documented, text } from "./documented.ts";
import { remedyForName } from "./model/names.ts";
import {
  databases,
  defaultChoice,
  pubsubs,
  secretStores,
  stateStores,
  type PlatformChoice,
} from "./model/platform-choice.ts";
import type { Problem } from "./model/problems.ts";
import { targetNames, type TargetName } from "./model/targets.ts";
import { targetPartsSchema } from "./model/target-parts-schema.ts";
import type { TargetParts } from "./model/target-parts.ts";

/** Namespace of every key. */
export const project = "todo-platform";

const target = <Name extends TargetName>(name: Name) =>
  z.literal(name).meta(documented("Where the stack runs; it decides which other keys there are.", name));

const daprCharts = "https://dapr.github.io/helm-charts";
const cnpgCharts = "https://cloudnative-pg.github.io/charts";
const chartSources = z.strictObject({
  dapr: text
    .default(daprCharts)
    .meta(documented("Dapr's chart: a repository's address, or a folder with the chart.", "/opt/charts/dapr")),
  cnpg: text
    .default(cnpgCharts)
    .meta(documented("CloudNativePG's chart, likewise, where it runs PostgreSQL.", "/opt/charts/cloudnative-pg")),
  barman: text
    .default(cnpgCharts)
    .meta(
      documented(
        "Chart of the plugin for CloudNativePG's backups, likewise, where there are any.",
        "/opt/charts/plugin-barman-cloud",
      ),
    ),
});

/** Thousandths of a core, such as `25m`. */
const cpu = z.templateLiteral([z.int().positive(), "m"]);
const cpuRequests = z.strictObject({
  app: cpu.meta(documented("CPU reserved for the container of each app.", "25m")),
  sidecar: cpu.meta(documented("CPU reserved for each sidecar.", "40m")),
});

const choice = {
  stateStore: z
    .enum(stateStores)
    .default(defaultChoice.stateStore)
    .meta(documented("What keeps the apps' state: `postgresql`, `redis`, `etcd` or `in-memory`.", "redis")),
  pubsub: z
    .enum(pubsubs)
    .default(defaultChoice.pubsub)
    .meta(documented("What carries the topics: `kafka`, `redis` or `rabbitmq`.", "rabbitmq")),
  secretStore: z
    .enum(secretStores)
    .default(defaultChoice.secretStore)
    .meta(documented("Where the apps read their secrets: `kubernetes` or `vault`.", "vault")),
  database: z
    .enum(databases)
    .default("plain")
    .meta(
      documented(
        "Who runs PostgreSQL: the platform (`plain`, one server), or the CloudNativePG operator (`cnpg`), with a second server that takes over. Chosen before the first `up`: data is not moved from one to the other.",
        "cnpg",
      ),
    ),
  // The engine hands a number over as text.
  backendReplicas: z
    .string()
    .regex(/^[1-9]\d?$/, "is no number of replicas")
    .optional()
    .meta(
      documented(
        "Replicas of todo-backend, 1 to 99. State in memory needs 1.",
        "1",
        "As many as the target's numbers say.",
      ),
    ),
};

const generation = z.int().min(1).max(1000);
const caGenerations = z
  .strictObject({
    signing: generation.meta(documented("Number of the key that signs the servers' certificates.", 2)),
    trusted: z
      .array(generation)
      .min(1)
      .meta(documented("Numbers of the keys that are believed, the signing one among them.", [1, 2])),
  })
  .refine(({ signing, trusted }) => trusted.includes(signing), {
    path: ["trusted"],
    error: "does not contain the key that signs, so nobody would believe a server",
  });

const everywhere = {
  baseImage: text
    .optional()
    .meta(
      documented("Base image of the apps.", "registry.example.com/node:24", "The default in the apps' Dockerfiles."),
    ),
  charts: chartSources
    .default({ dapr: daprCharts, cnpg: cnpgCharts, barman: cnpgCharts })
    .meta(documented("Where charts come from.", { dapr: "/opt/charts/dapr" })),
  caGenerations: caGenerations
    .optional()
    .meta(
      documented(
        "Keys of the platform's CA and of Dapr's, to rotate them: docs/runbooks/ca-rotation.md.",
        { signing: 1, trusted: [1, 2] },
        "Key 1 signs and is the only one that is believed.",
      ),
    ),
  cpuRequests: cpuRequests
    .optional()
    .meta(
      documented(
        "Reserves less (or more) CPU than the target's numbers do. minikube's nine sidecars and apps reserve 2.7 cores, a cluster of two cores has no room for them.",
        { app: "25m", sidecar: "40m" },
        "The numbers of the target.",
      ),
    ),
};

const onCluster = {
  kubeconfig: text
    .default("~/.kube/config")
    .meta(
      documented(
        "Path of the kubeconfig, `~/` is the home folder. Its contents are kept in the state, encrypted. A file that is not there yet allows previews only.",
        "/home/me/.kube/minikube.yaml",
      ),
    ),
  context: text
    .optional()
    .meta(documented("Context of the kubeconfig.", "minikube", "The kubeconfig's current context.")),
  registry: text.meta(
    documented(
      "Registry, with a path if it needs one, to which the stack pushes the apps' images and from which the nodes pull them: both must reach it by this name. minikube's add-on `registry` is `localhost:5000` on the node; `kubectl port-forward -n kube-system service/registry 5000:80` makes it so on the host.",
      "localhost:5000",
    ),
  ),
  ...choice,
  ...everywhere,
};

/** Every key of `Pulumi.<stack>.yaml`, by target. */
export const stackConfig = z.discriminatedUnion("target", [
  z.strictObject({ target: target("local"), ...onCluster, ...targetPartsSchema }),
  z.strictObject({ target: target("minikube"), ...onCluster, ...targetPartsSchema }),
  z.strictObject({ target: target("aks"), ...aksKeys, ...everywhere, ...targetPartsSchema, ...cloudOperators }),
  z.strictObject({ target: target("doks"), ...doksKeys, ...everywhere, ...targetPartsSchema, ...cloudOperators }),
]);
export type StackConfig = z.infer<typeof stackConfig>;

/** Which servers a stack has. */
export const choiceOf = (config: StackConfig): PlatformChoice => {
  if (config.target === "aks") return aksChoice(config);
  if (config.target === "doks") return doksChoice(config);
  const { stateStore, pubsub, secretStore, database, backendReplicas } = config;
  return {
    stateStore,
    pubsub,
    secretStore,
    database,
    ...(backendReplicas === undefined ? {} : { backendReplicas: Number(backendReplicas) }),
  };
};

/** The parts that a stack's config gives to its target. Their form is checked; the types of texts are the model's. */
export const partsOf = (config: StackConfig): TargetParts =>
  Object.fromEntries(Object.entries(config).filter(([key]) => Object.hasOwn(targetPartsSchema, key)));

const toProblem = (issue: z.core.$ZodIssue, values: Record<string, unknown>): Problem => {
  const path = issue.path.join(".");
  const value = issue.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    values,
  );
  const at = `${project}:${path}`;
  const base = { severity: "error", value } as const;
  if (path === "target")
    return {
      ...base,
      code: "TP0001",
      path: at,
      message: "is no target",
      remedy: remedyForName(typeof value === "string" ? value : "", targetNames, "targets"),
    };
  return {
    ...base,
    code: "TP0002",
    path: at,
    message: issue.message,
    remedy: `Set it: pulumi config set ${at} <value>`,
  };
};

/** Keys that a target takes; those of all targets when there is no such target. */
const knownKeys = (target: unknown): string[] => {
  const option = stackConfig.options.find((candidate) => candidate.shape.target.value === target);
  return [...new Set((option ? [option] : stackConfig.options).flatMap(({ shape }) => Object.keys(shape)))];
};

const unknownKey = (path: string, key: string, values: Record<string, unknown>): Problem => ({
  code: "TP0003",
  severity: "error",
  path: path === "" ? `${project}:${key}` : `${project}:${path}.${key}`,
  value: values[key],
  message: "is no key of this target's config",
  remedy: remedyForName(key, knownKeys(values["target"]), "keys"),
});

/** Without a target zod checks nothing else, and the user would learn of the next problem only after mending this one. */
const keysOfNoTarget = (values: Record<string, unknown>): Problem[] =>
  stackConfig.options.some(({ shape }) => shape.target.value === values["target"])
    ? []
    : Object.keys(values)
        .filter((key) => !knownKeys(undefined).includes(key))
        .map((key) => unknownKey("", key, values));

/** What is wrong with a stack's config, all of it; or the config. */
export const parseConfig = (values: Record<string, unknown>): { config: StackConfig } | { problems: Problem[] } => {
  const parsed = stackConfig.safeParse(values);
  if (parsed.success) return { config: parsed.data };
  const problems = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => unknownKey(issue.path.join("."), key, values))
      : [toProblem(issue, values)],
  );
  return { problems: [...problems, ...keysOfNoTarget(values)] };
};
