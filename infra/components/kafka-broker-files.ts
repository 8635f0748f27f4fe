import { createHash } from "node:crypto";
import { checksum } from "../model/checksum.ts";
import { kafkaBootstrap, kafkaPort, type PlainKafkaSpec } from "../model/kafka.ts";
import { toBytes, type Size } from "../model/units.ts";

/** User of the published Kafka image. */
export const kafkaUser = 1000;

/** KRaft's cluster id: 16 bytes, base64url; derived from the name so that it never changes by itself. */
const clusterId = (kafka: PlainKafkaSpec): string =>
  createHash("sha256").update(`${kafka.namespace}/${kafka.cluster}`).digest().subarray(0, 16).toString("base64url");

const serverProperties = (kafka: PlainKafkaSpec, maxMessageSize: Size): string => `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@localhost:9093
controller.listener.names=CONTROLLER
listeners=CLIENTS://:${kafkaPort},CONTROLLER://127.0.0.1:9093
advertised.listeners=CLIENTS://${kafkaBootstrap(kafka)}
listener.security.protocol.map=CLIENTS:SASL_SSL,CONTROLLER:SSL
inter.broker.listener.name=CLIENTS
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.controller.ssl.client.auth=required
ssl.keystore.type=PEM
ssl.keystore.location=/etc/kafka-credentials/server.pem
ssl.truststore.type=PEM
ssl.truststore.location=/etc/kafka-credentials/ca.crt
ssl.enabled.protocols=TLSv1.3,TLSv1.2
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:admin;User:CN=${kafka.cluster}
allow.everyone.if.no.acl.found=false
auto.create.topics.enable=false
num.partitions=${kafka.partitions}
default.replication.factor=1
offsets.topic.replication.factor=1
offsets.topic.num.partitions=10
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
message.max.bytes=${toBytes(maxMessageSize) + 65_536}
log.dirs=/var/lib/kafka/data
`;

/** What the broker and the tools in its pod log. */
const log4j = `rootLogger.level=WARN
rootLogger.appenderRefs=console
rootLogger.appenderRef.console.ref=console
appenders=console
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d{ISO8601} %p %m (%c)%n
logger.server.name=kafka.server.KafkaRaftServer
logger.server.level=INFO
`;

const startScript = (kafka: PlainKafkaSpec): string => `set -euo pipefail
password=$(cat /etc/kafka-credentials/password)
cp /etc/kafka-config/server.properties /tmp/server.properties
printf 'listener.name.clients.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="%s";\\n' "$password" >> /tmp/server.properties
export KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=/etc/kafka-config/log4j2.properties
if [ ! -f /var/lib/kafka/data/meta.properties ]; then
  /opt/kafka/bin/kafka-storage.sh format --config /tmp/server.properties --cluster-id=${clusterId(kafka)} \\
    --add-scram "SCRAM-SHA-512=[name=admin,password=$password]"
fi
exec /opt/kafka/bin/kafka-run-class.sh kafka.Kafka /tmp/server.properties
`;

/** The broker's files, by name. The admin's password is added at start, so that no ConfigMap holds it. */
export const brokerFiles = (kafka: PlainKafkaSpec, maxMessageSize: Size): Record<string, string> => ({
  "server.properties": serverProperties(kafka, maxMessageSize),
  "log4j2.properties": log4j,
  "start.sh": startScript(kafka),
});

/** Changes when the files do, so that the broker restarts with them. */
export const brokerFilesChecksum = (kafka: PlainKafkaSpec, maxMessageSize: Size): string =>
  checksum(JSON.stringify(brokerFiles(kafka, maxMessageSize)), 16);
