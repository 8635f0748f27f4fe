import { checksum } from "../model/checksum.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import {
  rabbitmqExchanges,
  rabbitmqPort,
  rabbitmqQueues,
  rabbitmqUsername,
  type PlainRabbitmqSpec,
} from "../model/rabbitmq.ts";
import { toBytes, type Size } from "../model/units.ts";

type Topology = PlatformSpec["topology"];

/** User of the published RabbitMQ image. */
export const rabbitmqUser = 999;

const conf = (rabbitmq: PlainRabbitmqSpec): string => `listeners.tcp = none
listeners.ssl.default = ${rabbitmqPort}
ssl_options.cacertfile = /etc/rabbitmq-credentials/ca.crt
ssl_options.certfile = /etc/rabbitmq-credentials/tls.crt
ssl_options.keyfile = /etc/rabbitmq-credentials/tls.key
ssl_options.verify = verify_none
ssl_options.fail_if_no_peer_cert = false
ssl_options.versions.1 = tlsv1.3
ssl_options.versions.2 = tlsv1.2
load_definitions = /etc/rabbitmq-credentials/definitions.json
log.console = true
log.file = false
vm_memory_high_watermark.absolute = ${toBytes(rabbitmq.memory)}
disk_free_limit.absolute = 64MB
`;

/** The server's files, by name. */
export const rabbitmqFiles = (rabbitmq: PlainRabbitmqSpec): Record<string, string> => ({
  "rabbitmq.conf": conf(rabbitmq),
  enabled_plugins: "[].\n",
});

/** Changes when the files or the topology do, so that the server restarts with them. */
export const rabbitmqFilesChecksum = (rabbitmq: PlainRabbitmqSpec, topology: Topology): string =>
  checksum(JSON.stringify([rabbitmqFiles(rabbitmq), rabbitmqDefinitions(topology, "")]), 16);

/** What the pod may use: messages up to the mark, half as much for what is on its way, and Erlang itself. */
export const rabbitmqMemoryLimit = (rabbitmq: PlainRabbitmqSpec): Size =>
  `${Math.ceil((toBytes(rabbitmq.memory) * 1.5) / 1024 ** 2) + 192}Mi`;

/** Where everything lies that the server writes; it talks to itself on loopback only. */
export const rabbitmqVariables: Readonly<Record<string, string>> = {
  HOME: "/data",
  RABBITMQ_NODENAME: "rabbit@localhost",
  RABBITMQ_MNESIA_BASE: "/data/mnesia",
  RABBITMQ_LOG_BASE: "/tmp/log",
  RABBITMQ_PID_FILE: "/tmp/rabbitmq.pid",
  RABBITMQ_GENERATED_CONFIG_DIR: "/tmp/config",
  RABBITMQ_CONFIG_FILE: "/etc/rabbitmq-config/rabbitmq.conf",
  RABBITMQ_ENABLED_PLUGINS_FILE: "/etc/rabbitmq-config/enabled_plugins",
  ERL_EPMD_ADDRESS: "127.0.0.1",
  RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: "-kernel inet_dist_use_interface {127,0,0,1}",
};

const exactly = (names: readonly string[]): string =>
  `^(${names.map((name) => name.replace(/[.\\+*?()[\]{}|^$]/g, "\\$&")).join("|")})$`;

/**
 * One user, who may touch the topology's names only, and every exchange and queue as the component declares them: an
 * event that is published before its subscriber has ever run waits for it.
 * Source: components-contrib pubsub/rabbitmq/rabbitmq.go, prepareSubscription.
 */
export const rabbitmqDefinitions = (topology: Topology, password: string) => {
  const [exchanges, queues] = [rabbitmqExchanges(topology), rabbitmqQueues(topology)];
  const own = exactly([...exchanges, ...queues.map(({ name }) => name)]);
  const vhost = "/";
  const lasting = { vhost, durable: true, auto_delete: false };
  return {
    vhosts: [{ name: vhost }],
    users: [{ name: rabbitmqUsername, password, tags: "" }],
    permissions: [{ user: rabbitmqUsername, vhost, configure: own, write: own, read: own }],
    exchanges: exchanges.map((name) => ({ ...lasting, name, type: "fanout", internal: false, arguments: {} })),
    queues: queues.map(({ name }) => ({ ...lasting, name, arguments: { "x-queue-type": "classic" } })),
    bindings: queues.map(({ name, topic }) => ({
      source: topic,
      vhost,
      destination: name,
      destination_type: "queue",
      routing_key: "",
      arguments: {},
    })),
  };
};
