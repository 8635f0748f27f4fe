import type { Admin } from "@platformatic/kafka";
import { ConfigResourceTypes, IncrementalAlterConfigOperationTypes } from "@platformatic/kafka";
import type { Plan } from "./plan.ts";

type Topic = Plan["topics"][number];

const settings = ({ retentionMs, maxMessageBytes }: Topic) => [
  { name: "retention.ms", value: String(retentionMs) },
  { name: "max.message.bytes", value: String(maxMessageBytes) },
];

const create = async (admin: Admin, topics: readonly Topic[]): Promise<void> => {
  for (const topic of topics)
    await admin.createTopics({
      topics: [topic.name],
      partitions: topic.partitions,
      replicas: topic.replicationFactor,
      configs: settings(topic),
    });
};

const configure = async (admin: Admin, topics: readonly Topic[]): Promise<void> => {
  if (topics.length === 0) return;
  await admin.incrementalAlterConfigs({
    resources: topics.map((topic) => ({
      resourceType: ConfigResourceTypes.TOPIC,
      resourceName: topic.name,
      configs: settings(topic).map((setting) => ({
        ...setting,
        configOperation: IncrementalAlterConfigOperationTypes.SET,
      })),
    })),
  });
};

const partitionsOf = async (admin: Admin, topics: readonly string[]): Promise<Map<string, number>> => {
  if (topics.length === 0) return new Map();
  const metadata = await admin.metadata({ topics: [...topics] });
  return new Map([...metadata.topics].map(([name, { partitionsCount }]) => [name, partitionsCount]));
};

/**
 * Makes the topics that are missing, and gives those that are there their settings and further partitions. What Kafka
 * cannot do (fewer partitions, another replication factor) is left as it is.
 *
 * @returns a line for each topic that keeps more partitions than it is to have
 */
export const provideTopics = async (admin: Admin, topics: readonly Topic[]): Promise<string[]> => {
  const known = new Set(await admin.listTopics());
  const there = topics.filter(({ name }) => known.has(name));
  await create(
    admin,
    topics.filter(({ name }) => !known.has(name)),
  );
  await configure(admin, there);
  const now = await partitionsOf(
    admin,
    there.map(({ name }) => name),
  );
  const growing = there.filter(({ name, partitions }) => (now.get(name) ?? partitions) < partitions);
  if (growing.length > 0)
    await admin.createPartitions({
      topics: growing.map(({ name, partitions: count }) => ({ name, count, assignments: null })),
    });
  return there.flatMap(({ name, partitions }) => {
    const had = now.get(name) ?? partitions;
    return had <= partitions ? [] : [`topic ${name} keeps its ${had} partitions: Kafka takes none away`];
  });
};
