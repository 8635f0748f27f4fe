import { writeAdminProperties } from "../model/kafka-admin.ts";
import type { KafkaTopic, KafkaUser } from "../model/kafka.ts";

/** Folder of the Job with one file per user, its content the password. */
export const userPasswordsPath = "/etc/kafka-users";

const topicCommand = (topic: KafkaTopic): string[] => [
  `create_topic ${topic.name} ${topic.partitions} ${topic.replicationFactor} ${topic.retentionMs} ${topic.maxMessageBytes}`,
];

const aclCommands = (user: KafkaUser): string[] => {
  const topics = (names: readonly string[]): string => names.map((name) => `--topic ${name}`).join(" ");
  return [
    user.reads.length > 0
      ? `allow ${user.name} --operation Read --operation Describe ${topics(user.reads)} --group ${user.name}`
      : [],
    user.writes.length > 0 ? `allow ${user.name} --operation Write --operation Describe ${topics(user.writes)}` : [],
  ].flat();
};

/**
 * The shell script that makes topics, SCRAM users and ACLs; running it twice changes nothing.
 * Each tool is a JVM of its own: the first one keeps its loaded classes for the others (half their start), and four of
 * them run at a time.
 */
export const toProvisioningScript = (
  bootstrap: string,
  topics: readonly KafkaTopic[],
  users: readonly KafkaUser[],
): string => `set -euo pipefail
bin=/opt/kafka/bin
jvm="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
export LOG_DIR=/tmp/logs KAFKA_HEAP_OPTS=-Xmx96m
export KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=/etc/kafka-config/log4j2.properties
${writeAdminProperties("/tmp/admin.properties")}
connect="--bootstrap-server ${bootstrap} --command-config /tmp/admin.properties"
create_topic() {
  $bin/kafka-topics.sh $connect --create --if-not-exists --topic "$1" --partitions "$2" --replication-factor "$3" \\
    --config retention.ms="$4" --config max.message.bytes="$5"
}
create_user() {
  $bin/kafka-configs.sh $connect --alter --entity-type users --entity-name "$1" \\
    --add-config "SCRAM-SHA-512=[password=$(cat ${userPasswordsPath}/"$1")]"
}
allow() { user=$1; shift; $bin/kafka-acls.sh $connect --add --allow-principal "User:$user" "$@" > /dev/null; }
export KAFKA_JVM_PERFORMANCE_OPTS="$jvm -XX:ArchiveClassesAtExit=/tmp/classes.jsa -Xlog:cds=off -Xlog:cds+dynamic=off"
$bin/kafka-topics.sh $connect --list > /dev/null
export KAFKA_JVM_PERFORMANCE_OPTS="$jvm -XX:SharedArchiveFile=/tmp/classes.jsa -Xlog:cds=off -Xlog:cds+dynamic=off"
failed=0
run() { "$@" & pids+=($!); if [ \${#pids[@]} -ge 4 ]; then drain; fi; }
drain() { for pid in "\${pids[@]}"; do wait "$pid" || failed=1; done; pids=(); }
pids=()
${[...topics.flatMap(topicCommand), ...users.map((user) => `create_user ${user.name}`), ...users.flatMap(aclCommands)]
  .map((command) => `run ${command}`)
  .join("\n")}
if [ \${#pids[@]} -gt 0 ]; then drain; fi
exit $failed
`;
