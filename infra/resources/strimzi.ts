import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import type { KafkaNodePoolManifest } from "../model/strimzi/generated/kafka-node-pool.ts";
import type { KafkaTopicManifest } from "../model/strimzi/generated/kafka-topic.ts";
import type { KafkaUserManifest } from "../model/strimzi/generated/kafka-user.ts";
import type { KafkaManifest } from "../model/strimzi/generated/kafka.ts";

type StrimziManifest = KafkaManifest | KafkaNodePoolManifest | KafkaTopicManifest | KafkaUserManifest;

/** Arguments of every object of Strimzi: its manifest. The name is never generated, since clients address it. */
export interface StrimziObjectArgs<Manifest extends StrimziManifest> {
  readonly manifest: Manifest;
  /** Takes the place of the manifest's namespace, so that a Namespace resource is waited for. */
  readonly namespace: Input<string>;
}

/** The operator says when it has done its part; before, others must not rely on the object. */
const whenReady = { annotations: { "pulumi.com/waitFor": "condition=Ready" } } as const;

class StrimziObject<Manifest extends StrimziManifest> extends CustomResource {
  constructor(
    name: string,
    { manifest, namespace }: StrimziObjectArgs<Manifest>,
    waits: boolean,
    options?: CustomResourceOptions,
  ) {
    super(name, { ...manifest, metadata: { ...manifest.metadata, namespace, ...(waits ? whenReady : {}) } }, options);
  }
}

/** A Kafka; done once the cluster is ready. Upstream: strimzi.io/docs, type Kafka. */
export class Kafka extends StrimziObject<KafkaManifest> {
  constructor(name: string, args: StrimziObjectArgs<KafkaManifest>, options?: CustomResourceOptions) {
    // The first brokers come after images, volumes and the quorum.
    super(name, args, true, { customTimeouts: { create: "20m", update: "40m" }, ...options });
  }
}

/** A KafkaNodePool; it has no condition of its own, its Kafka waits for it. Upstream: type KafkaNodePool. */
export class KafkaNodePool extends StrimziObject<KafkaNodePoolManifest> {
  constructor(name: string, args: StrimziObjectArgs<KafkaNodePoolManifest>, options?: CustomResourceOptions) {
    super(name, args, false, options);
  }
}

/** A KafkaTopic; done once the topic is there. Upstream: type KafkaTopic. */
export class KafkaTopic extends StrimziObject<KafkaTopicManifest> {
  constructor(name: string, args: StrimziObjectArgs<KafkaTopicManifest>, options?: CustomResourceOptions) {
    super(name, args, true, options);
  }
}

/** A KafkaUser; done once it may log in. Upstream: type KafkaUser. */
export class KafkaUser extends StrimziObject<KafkaUserManifest> {
  constructor(name: string, args: StrimziObjectArgs<KafkaUserManifest>, options?: CustomResourceOptions) {
    super(name, args, true, options);
  }
}
