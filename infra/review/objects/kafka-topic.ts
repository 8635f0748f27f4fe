import type { KubeObject } from "./kube-object.ts";
import { fieldsAt, numberAt, textAt } from "./read.ts";

/** A topic that is made with the platform. */
export interface KafkaTopicView {
  readonly name: string;
  readonly namespace: string;
  readonly partitions: number;
  readonly copies: number;
  readonly retentionMs: number | undefined;
  /** Whether a change reaches a topic that is there: an operator's does, a script only makes what is missing. */
  readonly isManaged: boolean;
}

const ofStrimzi = ({ name, namespace, fields }: KubeObject): KafkaTopicView => ({
  namespace,
  name: textAt(fields, "spec", "topicName") ?? name,
  partitions: numberAt(fields, "spec", "partitions") ?? 1,
  copies: numberAt(fields, "spec", "replicas") ?? 1,
  retentionMs: numberAt(fields, "spec", "config", "retention.ms"),
  isManaged: true,
});

/** A line of the script by which the components make topics without an operator. */
const scripted = /^\s*run create_topic (\S+) (\d+) (\d+) (\d+)/gm;

const ofScript = ({ namespace, fields }: KubeObject): KafkaTopicView[] =>
  Object.values(fieldsAt(fields, "data"))
    .filter((file) => typeof file === "string")
    .flatMap((file) => [...file.matchAll(scripted)])
    .map(([, name = "", partitions, copies, retention]) => ({
      name,
      namespace,
      partitions: Number(partitions),
      copies: Number(copies),
      retentionMs: Number(retention),
      isManaged: false,
    }));

/** The topics that an object makes. */
export const topicsOf = (object: KubeObject): KafkaTopicView[] => {
  if (object.kind === "KafkaTopic") return [ofStrimzi(object)];
  return object.kind === "ConfigMap" ? ofScript(object) : [];
};
