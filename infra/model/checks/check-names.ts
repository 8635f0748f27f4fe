import { dnsLabel, kafkaTopicName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { error } from "./error.ts";

const labelProblem = (path: string, value: string): Problem[] =>
  dnsLabel.test(value)
    ? []
    : [
        error(
          "TP0101",
          path,
          value,
          "is no DNS-1123 label, so Kubernetes refuses it",
          "Use lower-case letters, digits and hyphens, starting and ending with a letter or digit, at most 63 characters.",
        ),
      ];

/** Kafka's metrics write '.' as '_', so it refuses two topics that differ only there. */
const asMetric = (topic: string): string => topic.replaceAll(".", "_");

const topicProblems = (name: string, names: ReadonlySet<string>, twins: ReadonlyMap<string, string[]>): Problem[] => {
  const path = `topology.topics.${name}`;
  const problems: Problem[] = [];
  if (!kafkaTopicName.test(name) || name === "." || name === "..")
    problems.push(
      error(
        "TP0102",
        path,
        name,
        "is no topic name that Kafka accepts",
        "Use letters, digits, '.', '_' and '-', at most 249 characters.",
      ),
    );
  const twin = twins.get(asMetric(name))?.find((other) => other !== name);
  if (twin !== undefined)
    problems.push(
      error(
        "TP0103",
        path,
        name,
        `is the same topic to Kafka as "${twin}" ('.' and '_' collide)`,
        "Rename one of the two.",
      ),
    );
  if (name.endsWith("-dead-letter") && names.has(name.slice(0, -"-dead-letter".length)))
    problems.push(
      error(
        "TP0103",
        path,
        name,
        "duplicates the dead-letter topic that its sibling brings",
        "Remove it: each topic brings its dead-letter topic.",
      ),
    );
  return problems;
};

const labelsOf = (path: string, values: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(values).map(([key, value]) => [`${path}.${key}`, value]);

const keysOf = (path: string, values: object): [string, string][] =>
  Object.keys(values).map((name) => [`${path}.${name}`, name]);

/** Every sidecar that was given no trust domain is in `public`, and so is inside it. */
const trustDomainProblems = ({ trustDomain }: PlatformSpec): Problem[] => {
  if (trustDomain !== "public") return [];
  return [
    error(
      "TP0110",
      "trustDomain",
      trustDomain,
      "is the trust domain of every app that names none, so access rules by it refuse nobody",
      "Choose a name of the platform's own.",
    ),
  ];
};

/** Names that Kubernetes or Kafka would refuse, and names that stand for the same thing twice. */
export const checkNames = (platform: PlatformSpec): Problem[] => {
  const topics = Object.keys(platform.topology.topics);
  const labels: [string, string][] = [
    ["namespace", platform.namespace],
    ["dapr.namespace", platform.dapr.namespace],
    ...(platform.kafka === undefined || platform.kafka.kind === "external"
      ? []
      : labelsOf("kafka", { namespace: platform.kafka.namespace, cluster: platform.kafka.cluster })),
    ...(platform.database === undefined || platform.database.kind === "external"
      ? []
      : labelsOf("database", { name: platform.database.name })),
    ...(platform.redis?.kind === "plain"
      ? labelsOf("redis", { name: platform.redis.name, namespace: platform.redis.namespace })
      : []),
    ["tracing.namespace", platform.tracing.namespace],
    ["configuration", platform.configuration],
    ...keysOf("components", platform.components),
    ...keysOf("topology.apps", platform.topology.apps),
    ...keysOf("topology.secrets", platform.topology.secrets),
    ...keysOf("topology.schedules", platform.topology.schedules ?? {}),
  ];
  const names = new Set(topics);
  const twins = Map.groupBy(topics, asMetric);
  return [
    ...trustDomainProblems(platform),
    ...labels.flatMap(([path, value]) => labelProblem(path, value)),
    ...topics.flatMap((topic) => topicProblems(topic, names, twins)),
  ];
};
