import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import type { KafkaTopic as Topic, KafkaUser as User, StrimziKafkaSpec } from "../model/kafka.ts";
import { toKafkaManifest } from "../model/strimzi/kafka-manifest.ts";
import { metricsRules } from "../model/strimzi/metrics-rules.ts";
import {
  clusterLabel,
  listenerNames,
  listenerSecret,
  metricsConfigMap,
  metricsKey,
  passwordSecret,
} from "../model/strimzi/names.ts";
import { toNodePools } from "../model/strimzi/node-pools.ts";
import { toKafkaTopicManifest, toKafkaUserManifest } from "../model/strimzi/topics-and-users.ts";
import type { Size } from "../model/units.ts";
import { Kafka, KafkaNodePool, KafkaTopic, KafkaUser } from "../resources/strimzi.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";

/** Arguments of {@link StrimziKafka}. */
export interface StrimziKafkaArgs {
  readonly kafka: StrimziKafkaSpec;
  readonly namespace: Input<string>;
  /** Largest event; the brokers take a little more, for what is around it. */
  readonly maxMessageSize: Size;
  readonly topics: readonly Topic[];
  readonly users: readonly User[];
  readonly authority: CertificateAuthority;
  /** Namespace whose pods may connect. */
  readonly clientNamespace: string;
  /** Strimzi's operator, which must be ready. */
  readonly operator: Resource;
}

/**
 * A Kafka cluster of the Strimzi operator: KRaft node pools, one listener with TLS and SCRAM-SHA-512, topics and users as
 * objects of their own, metrics, a disruption budget. Passwords are made here, so no Secret has to be copied between
 * namespaces. Costs a pod and a volume for each broker and controller and two more pods; exposes port 9093 to the
 * clients' namespace. Volumes stay when it is removed.
 *
 * @example new StrimziKafka("kafka", { kafka, namespace, topics, users, authority, clientNamespace, operator, ... });
 */
export class StrimziKafka extends ComponentResource {
  /** Password of each user, a secret; known once the user may log in and every topic is there. */
  readonly passwords: Readonly<Record<string, Output<string>>>;

  constructor(name: string, args: StrimziKafkaArgs, options?: ComponentResourceOptions) {
    super("todo-platform:kafka:StrimziKafka", name, {}, options);
    const { kafka, namespace, topics, users } = args;
    const cluster = this.#cluster(name, args);
    const ready = { parent: this, dependsOn: [cluster] };
    const made = topics.map(
      (topic) =>
        new KafkaTopic(
          `${name}-topic-${topic.name}`,
          { manifest: toKafkaTopicManifest(kafka, topic), namespace },
          ready,
        ),
    );
    this.passwords = Object.fromEntries(
      users.map((user) => [user.name, this.#user(name, args, user, [cluster, ...made])]),
    );
    this.registerOutputs({ passwords: this.passwords });
  }

  /** The cluster with everything that it is made of; done once it is ready. */
  #cluster(name: string, { kafka, namespace, authority, maxMessageSize, clientNamespace, operator }: StrimziKafkaArgs) {
    const child = { parent: this };
    const tls = authority.issue(kafka.cluster, listenerNames(kafka.cluster, kafka.namespace));
    const labels = clusterLabel(kafka.cluster);
    const listener = new Secret(
      `${name}-listener`,
      {
        metadata: { name: listenerSecret(kafka.cluster), namespace, labels },
        stringData: { "tls.crt": tls.certificate, "tls.key": tls.privateKey },
      },
      child,
    );
    const metrics = new ConfigMap(
      `${name}-metrics`,
      { metadata: { name: metricsConfigMap(kafka.cluster), namespace, labels }, data: { [metricsKey]: metricsRules } },
      child,
    );
    const pools = toNodePools(kafka).map(
      (manifest) =>
        new KafkaNodePool(
          `${name}-pool-${manifest.metadata.name}`,
          { manifest, namespace },
          {
            ...child,
            dependsOn: [operator],
          },
        ),
    );
    const manifest = toKafkaManifest(kafka, { maxMessageSize, clientNamespaces: [clientNamespace] });
    return new Kafka(
      `${name}-cluster`,
      { manifest, namespace },
      { ...child, dependsOn: [operator, listener, metrics, ...pools] },
    );
  }

  #user(name: string, { kafka, namespace }: StrimziKafkaArgs, user: User, dependsOn: Resource[]): Output<string> {
    const child = { parent: this };
    const password = new RandomPassword(`${name}-${user.name}-password`, { length: 32, special: false }, child);
    const secret = new Secret(
      `${name}-${user.name}-secret`,
      { metadata: { name: passwordSecret(user.name), namespace }, stringData: { password: password.result } },
      child,
    );
    const made = new KafkaUser(
      `${name}-user-${user.name}`,
      { manifest: toKafkaUserManifest(kafka, user), namespace },
      { ...child, dependsOn: [...dependsOn, secret] },
    );
    return made.metadata.apply(() => password.result);
  }
}
