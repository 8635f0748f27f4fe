import type { KubeObject } from "./kube-object.ts";
import { listAt, numberAt, textAt } from "./read.ts";

/** A topic that is made with the platform. */
export interface KafkaTopicView {
  readonly name: string;
  readonly namespace: string;
  readonly partitions: number;
  readonly copies: number;
  readonly retentionMs: number | undefined;
  /** Whether an operator keeps it, which deletes what is no longer asked for; the Job of a plan deletes nothing. */
  readonly byOperator: boolean;
}

const ofStrimzi = ({ name, namespace, fields }: KubeObject): KafkaTopicView => ({
  namespace,
  name: textAt(fields, "spec", "topicName") ?? name,
  partitions: numberAt(fields, "spec", "partitions") ?? 1,
  copies: numberAt(fields, "spec", "replicas") ?? 1,
  retentionMs: numberAt(fields, "spec", "config", "retention.ms"),
  byOperator: true,
});

/** The plan by which the components make topics without an operator: apps/kafka-provisioner/src/plan.ts. */
const planOf = (fields: KubeObject["fields"]): unknown => {
  try {
    return JSON.parse(textAt(fields, "data", "plan.json") ?? "{}");
  } catch {
    // Another ConfigMap may have such a file.
    return {};
  }
};

const ofPlan = ({ namespace, fields }: KubeObject): KafkaTopicView[] =>
  listAt(planOf(fields), "topics").map((topic) => ({
    name: textAt(topic, "name") ?? "",
    namespace,
    partitions: numberAt(topic, "partitions") ?? 1,
    copies: numberAt(topic, "replicationFactor") ?? 1,
    retentionMs: numberAt(topic, "retentionMs"),
    byOperator: false,
  }));

/** The topics that an object makes. */
export const topicsOf = (object: KubeObject): KafkaTopicView[] => {
  if (object.kind === "KafkaTopic") return [ofStrimzi(object)];
  return object.kind === "ConfigMap" ? ofPlan(object) : [];
};
