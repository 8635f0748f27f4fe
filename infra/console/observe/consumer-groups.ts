import { writeAdminProperties } from "../../model/kafka-admin.ts";

/** Prints every consumer group's position, as the broker's own administrator. */
export const describeGroupsScript = (bootstrap: string): string => `set -eu
${writeAdminProperties("/tmp/console.properties")}
chmod 600 /tmp/console.properties
export LOG_DIR=/tmp/logs KAFKA_HEAP_OPTS=-Xmx96m KAFKA_JVM_PERFORMANCE_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
export KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=/etc/kafka-config/log4j2.properties
/opt/kafka/bin/kafka-consumer-groups.sh --bootstrap-server ${bootstrap} --command-config /tmp/console.properties \\
  --describe --all-groups --timeout 20000
`;

/**
 * Lag by `<group> <topic>` out of what `kafka-consumer-groups.sh --describe` prints; partitions without a position yet
 * count as nothing. Upstream: kafka tools ConsumerGroupCommand.
 */
export const parseGroups = (text: string): ReadonlyMap<string, number> => {
  const lags = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [group = "", topic = "", partition = "", , , lag = ""] = line.trim().split(/\s+/);
    if (!/^\d+$/.test(partition)) continue;
    const key = `${group} ${topic}`;
    lags.set(key, (lags.get(key) ?? 0) + (/^\d+$/.test(lag) ? Number(lag) : 0));
  }
  return lags;
};
