// GENERATED from Strimzi's CRDs by infra/crds/strimzi/generate.ts. DO NOT EDIT.
import type { JsonObject, ManifestMetadata } from "../../dapr/kinds/manifest-values.ts";

export interface KafkaTopicSpec {
  readonly topicName?: string;
  readonly partitions?: number;
  readonly replicas?: number;
  readonly config?: JsonObject;
}

/** The manifest of kind KafkaTopic. */
export interface KafkaTopicManifest {
  readonly apiVersion: "kafka.strimzi.io/v1";
  readonly kind: "KafkaTopic";
  readonly metadata: ManifestMetadata;
  readonly spec: KafkaTopicSpec;
}
