import { z } from "zod";
import { remedyForName } from "./model/names.ts";
import { defaultChoice, pubsubs, secretStores, stateStores, type PlatformChoice } from "./model/platform-choice.ts";
import type { Problem } from "./model/problems.ts";
import { targetNames } from "./model/targets.ts";

/** Namespace of every key. */
export const project = "todo-platform";

const daprChart = z.strictObject({
  dapr: z.string().min(1).describe("Folder of the chart, or a repository's address."),
});

const choice = {
  stateStore: z
    .enum(stateStores)
    .default(defaultChoice.stateStore)
    .describe("What keeps the apps' state: `postgresql`, `redis`, `etcd` or `in-memory`."),
  pubsub: z
    .enum(pubsubs)
    .default(defaultChoice.pubsub)
    .describe("What carries the topics: `kafka`, `redis` or `rabbitmq`."),
  secretStore: z
    .enum(secretStores)
    .default(defaultChoice.secretStore)
    .describe("Where the apps read their secrets: `kubernetes` or `vault`."),
  // The engine hands a number over as text.
  backendReplicas: z
    .string()
    .regex(/^[1-9]\d?$/, "is no number of replicas")
    .transform(Number)
    .optional()
    .describe("Replicas of todo-backend, 1 to 99; the target's own when absent. State in memory needs 1."),
};

const onCluster = {
  kubeconfig: z.string().min(1).default("~/.kube/config").describe("Path of the kubeconfig."),
  context: z.string().min(1).optional().describe("Context of the kubeconfig; its current one when absent."),
  registry: z.string().min(1).describe("Where the apps' images are pushed, such as `localhost:5000`."),
  baseImage: z.string().min(1).optional().describe("Base image of the apps; the Dockerfiles' own default when absent."),
  ...choice,
  charts: daprChart.default({ dapr: "https://dapr.github.io/helm-charts" }).describe("Where charts come from."),
};

const inCloud = {
  region: z.string().min(1).describe("Region of the cloud in which everything is created."),
};

/** Every key of `Pulumi.<stack>.yaml`, by target. */
export const stackConfig = z.discriminatedUnion("target", [
  z.strictObject({ target: z.literal("local"), ...onCluster }),
  z.strictObject({ target: z.literal("minikube"), ...onCluster }),
  z.strictObject({ target: z.literal("aks"), ...inCloud }),
  z.strictObject({ target: z.literal("doks"), ...inCloud }),
]);
export type StackConfig = z.infer<typeof stackConfig>;

/** Which servers a stack has. */
export const choiceOf = (config: StackConfig): PlatformChoice =>
  "stateStore" in config
    ? {
        stateStore: config.stateStore,
        pubsub: config.pubsub,
        secretStore: config.secretStore,
        backendReplicas: config.backendReplicas,
      }
    : defaultChoice;

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
