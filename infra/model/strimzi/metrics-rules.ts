/**
 * What the JMX exporter in each broker and controller reports: rates, latencies of the requests that clients and replicas
 * wait for, sizes of logs, the state of replicas and of the quorum. What no rule matches is not reported, but the JVM's
 * own comes by itself. Latencies are limited to some requests: all of them are thousands of series for each broker.
 * Patterns are those of the exporter: `domain<key=value, ...><attribute>name`. It looks for them anywhere in the name, so
 * that without `^` the beans of `org.apache.kafka.server` would be told under the names of those of `kafka.server`.
 * How idle a broker is, is that of the last minute: its mean since the start would hide that it is busy now.
 */
export const metricsRules = `lowercaseOutputName: true
rules:
  - pattern: ^kafka.server<type=([^,]+), name=([^,]+), clientId=([^,]+), topic=([^,]+), partition=([^,]+)><>Value
    name: kafka_server_$1_$2
    type: GAUGE
    labels: { clientId: "$3", topic: "$4", partition: "$5" }
  - pattern: ^kafka.(\\w+)<type=([^,]+), name=([^,]+)PerSec\\w*, (\\w+)=([^,]+), (\\w+)=([^,]+)><>Count
    name: kafka_$1_$2_$3_total
    type: COUNTER
    labels: { "$4": "$5", "$6": "$7" }
  - pattern: ^kafka.(\\w+)<type=([^,]+), name=([^,]+)PerSec\\w*, (\\w+)=([^,]+)><>Count
    name: kafka_$1_$2_$3_total
    type: COUNTER
    labels: { "$4": "$5" }
  - pattern: ^kafka.(\\w+)<type=([^,]+), name=([^,]+)PerSec\\w*><>Count
    name: kafka_$1_$2_$3_total
    type: COUNTER
  - pattern: ^kafka.network<type=RequestMetrics, name=(TotalTimeMs|RequestQueueTimeMs), request=(Produce|FetchConsumer|FetchFollower)><>(50|95|99)thPercentile
    name: kafka_network_requestmetrics_$1
    type: GAUGE
    labels: { request: "$2", quantile: "0.$3" }
  - pattern: ^kafka.log<type=Log, name=([^,]+), topic=([^,]+), partition=([^,]+)><>Value
    name: kafka_log_$1
    type: GAUGE
    labels: { topic: "$2", partition: "$3" }
  - pattern: ^kafka.(\\w+)<type=([^,]+), name=([^,]+)Percent\\w*><>(?:OneMinuteRate|Value)
    name: kafka_$1_$2_$3_percent
    type: GAUGE
  - pattern: ^kafka.(\\w+)<type=([^,]+), name=([^,]+), (\\w+)="?([^,"]+)"?><>Value
    name: kafka_$1_$2_$3
    type: GAUGE
    labels: { "$4": "$5" }
  - pattern: ^kafka.(\\w+)<type=([^,]+), name=([^,]+)><>Value
    name: kafka_$1_$2_$3
    type: GAUGE
  - pattern: ^kafka.server<type=raft-metrics><>([a-z-]+-max|[a-z-]+-avg|current-leader|current-vote|current-epoch|high-watermark|log-end-offset|number-of-voters|number-of-observers)
    name: kafka_server_raftmetrics_$1
    type: GAUGE
`;
