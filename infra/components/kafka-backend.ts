import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import { toKafkaTopics, toKafkaUsers, type OwnKafkaSpec } from "../model/kafka.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { toBytes } from "../model/units.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import type { ChartSource } from "./dapr-control-plane.ts";
import { KafkaCluster } from "./kafka-cluster.ts";
import { KafkaProvisioning } from "./kafka-provisioning.ts";
import { RedpandaKafka } from "./redpanda-kafka.ts";
import { StrimziKafka } from "./strimzi-kafka.ts";
import { StrimziOperator } from "./strimzi-operator.ts";

/** Arguments of {@link createKafka}. */
export interface KafkaBackendArgs {
  readonly platform: PlatformSpec;
  readonly kafka: OwnKafkaSpec;
  readonly namespace: Input<string>;
  readonly authority: CertificateAuthority;
  /** Image of the one broker of kind `plain`. */
  readonly image: string;
  /** Image of what makes topics and users where no operator does. */
  readonly provisioner: () => Input<string>;
  /** Where Strimzi's operator comes from, for kind `strimzi`. */
  readonly strimzi: { readonly chart: ChartSource; readonly version: string };
  /** Where Redpanda comes from, for kind `redpanda`. */
  readonly redpanda: { readonly chart: ChartSource; readonly version: string };
}

/** A cluster with its topics and users: whoever waits for it waits for all of them. */
export type KafkaBackend = ComponentResource & { readonly passwords: Readonly<Record<string, Output<string>>> };

/** The platform's own Kafka of any kind, below `parent`. */
export const createKafka = (name: string, args: KafkaBackendArgs, parent: ComponentResource): KafkaBackend => {
  const { platform, kafka, namespace, authority, image } = args;
  const { maxMessageSize, topology } = platform;
  const child = { parent };
  const topics = toKafkaTopics(topology, kafka, toBytes(maxMessageSize));
  const users = toKafkaUsers(topology);
  const shared = { namespace, maxMessageSize, authority, clientNamespace: platform.namespace };
  const topicsName = `${name}-kafka-topics`;
  const provisioning = () => ({ namespace, image: args.provisioner(), topics, users });
  switch (kafka.kind) {
    case "plain": {
      const { adminSecret } = new KafkaCluster(`${name}-kafka`, { kafka, image, ...shared }, child);
      return new KafkaProvisioning(topicsName, { kafka, adminSecret, ...provisioning() }, child);
    }
    case "redpanda": {
      const cluster = new RedpandaKafka(`${name}-kafka`, { kafka, ...args.redpanda, ...shared }, child);
      const { adminSecret, caSecret } = cluster;
      return new KafkaProvisioning(topicsName, { kafka, adminSecret, caSecret, ...provisioning() }, child);
    }
    case "strimzi": {
      const { highAvailability } = platform.dapr;
      const operator = new StrimziOperator(
        `${name}-kafka-operator`,
        { namespace, highAvailability, ...args.strimzi },
        child,
      );
      return new StrimziKafka(`${name}-kafka`, { kafka, topics, users, operator, ...shared }, child);
    }
  }
};
