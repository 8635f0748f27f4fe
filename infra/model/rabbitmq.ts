import { deadLetterTopic, type Topology } from "@todo-platform/contracts";
import { toTopicRights } from "./access.ts";
import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";
import { secretKey, type SecretKeyReference } from "./dapr/secret-reference.ts";
import { platformCaSecret } from "./kafka-connection.ts";
import type { Size } from "./units.ts";

/** One RabbitMQ server in a StatefulSet, for development: TLS, and one user that may touch the topology's names only. */
export interface PlainRabbitmqSpec {
  readonly kind: "plain";
  readonly name: string;
  /** The apps' namespace. */
  readonly namespace: string;
  readonly storage: Size;
  /** Memory from which on publishers have to wait. */
  readonly memory: Size;
  /** Secret (keys `username`, `password`) in the apps' namespace; the platform makes it. */
  readonly secret: string;
}

/** A RabbitMQ server that somebody else runs. */
export interface ExternalRabbitmqSpec {
  readonly kind: "external";
  /** `host:port`, or the Secret's key that holds it. */
  readonly host: string | SecretKeyReference;
  /** `false` sends everything in plain text; `true` trusts public authorities; a Secret's key names a CA of its own. */
  readonly tls: boolean | SecretKeyReference;
  /** Secret (keys `username`, `password`) in the apps' namespace, made elsewhere. */
  readonly secret: string;
}

/** The RabbitMQ server behind pub/sub of that type. */
export type RabbitmqSpec = PlainRabbitmqSpec | ExternalRabbitmqSpec;

/** Port of the TLS listener. */
export const rabbitmqPort = 5671;

/** User of the components at the platform's own server. */
export const rabbitmqUsername = "dapr";

/** Host name of the platform's own server inside the Kubernetes cluster; the certificate names it. */
export const rabbitmqHost = ({ name, namespace }: PlainRabbitmqSpec): string =>
  `${name}.${namespace}.svc.cluster.local`;

/** How clients find the server and by whom its certificate is signed. */
const connection = (rabbitmq: RabbitmqSpec) => {
  const tls = rabbitmq.kind === "plain" ? secretKey(platformCaSecret, "ca.crt") : rabbitmq.tls;
  return {
    hostname: rabbitmq.kind === "plain" ? `${rabbitmqHost(rabbitmq)}:${rabbitmqPort}` : rabbitmq.host,
    protocol: tls === false ? "amqp" : "amqps",
    ca: typeof tls === "boolean" ? undefined : tls,
  };
};

/**
 * Settings with which RabbitMQ keeps what it has acknowledged: queues and messages outlive restarts of the broker and of
 * subscribers, and what an app could not take goes back into the queue. Dapr's own defaults lose all three.
 * Source: components-contrib pubsub/rabbitmq/{metadata,rabbitmq}.go.
 */
export const rabbitmqDurability = {
  durable: true,
  deletedWhenUnused: false,
  deliveryMode: 2,
  autoAck: false,
  requeueInFailure: true,
  publisherConfirm: true,
} as const;

/**
 * Pub/sub on RabbitMQ: an exchange for each topic, and for each subscriber a queue that takes everything of it.
 *
 * @example rabbitmqPubSub({ kind: "external", host: "rabbitmq.example.com:5671", tls: true, secret: "rabbitmq-user" })
 */
export const rabbitmqPubSub = (rabbitmq: RabbitmqSpec): ComponentSpec => {
  const { hostname, protocol, ca } = connection(rabbitmq);
  return component("pubsub.rabbitmq/v1", {
    metadata: {
      ...rabbitmqDurability,
      consumerID: "{appID}",
      // What one sidecar may hold unacknowledged: enough to fill a bulk delivery.
      prefetchCount: 100,
      ...(ca === undefined ? {} : { caCert: ca }),
    },
    authentication: {
      profile: "host",
      hostname,
      protocol,
      username: secretKey(rabbitmq.secret, "username"),
      password: secretKey(rabbitmq.secret, "password"),
    },
    initTimeout: "60s",
  });
};

/** A queue and the topic whose events it takes. The component calls it by the subscriber and the topic. */
export interface RabbitmqQueue {
  readonly name: string;
  readonly topic: string;
}

/** Exchanges of the topology: each topic, and that of its dead letters. */
export const rabbitmqExchanges = (topology: Topology): string[] =>
  Object.keys(topology.topics).flatMap((topic) => [topic, deadLetterTopic(topic)]);

/** The queues of all subscribers. */
export const rabbitmqQueues = (topology: Topology): RabbitmqQueue[] =>
  toTopicRights(topology).flatMap(({ app, reads }) => reads.map((topic) => ({ name: `${app}-${topic}`, topic })));
