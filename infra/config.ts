import { runtime } from "@pulumi/pulumi";
import { z } from "zod";
import { remedyForName } from "./model/names.ts";
import type { Problem } from "./model/problems.ts";
import { targetPartsSchema } from "./model/target-parts-schema.ts";
import type { TargetParts } from "./model/target-parts.ts";
import { targetNames } from "./model/targets.ts";

const project = "todo-platform";

const daprChart = z.strictObject({
  dapr: z.string().min(1).describe("Folder of the chart, or a repository's address."),
});

const onCluster = {
  kubeconfig: z.string().min(1).default("~/.kube/config").describe("Path of the kubeconfig."),
  context: z.string().min(1).optional().describe("Context of the kubeconfig; its current one when absent."),
  registry: z.string().min(1).describe("Where the apps' images are pushed, such as `localhost:5000`."),
  baseImage: z.string().min(1).optional().describe("Base image of the apps; the Dockerfiles' own default when absent."),
  charts: daprChart.default({ dapr: "https://dapr.github.io/helm-charts" }).describe("Where charts come from."),
};

const inCloud = {
  region: z.string().min(1).describe("Region of the cloud in which everything is created."),
};

/** Every key of `Pulumi.<stack>.yaml`, by target. */
export const stackConfig = z.discriminatedUnion("target", [
  z.strictObject({ target: z.literal("local"), ...onCluster, ...targetPartsSchema }),
  z.strictObject({ target: z.literal("minikube"), ...onCluster, ...targetPartsSchema }),
  z.strictObject({ target: z.literal("aks"), ...inCloud, ...targetPartsSchema }),
  z.strictObject({ target: z.literal("doks"), ...inCloud, ...targetPartsSchema }),
]);
export type StackConfig = z.infer<typeof stackConfig>;

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

const parseValue = (value: string): unknown => {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
};

/** The stack's config as the engine hands it over; the only reader of it. */
export const readConfig = (): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(runtime.allConfig())
      .filter(([key]) => key.startsWith(`${project}:`))
      .map(([key, value]) => [key.slice(project.length + 1), parseValue(value)]),
  );
