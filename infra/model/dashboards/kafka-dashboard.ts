import type { DashboardSpec, PanelSpec } from "./dashboard-spec.ts";
import { lines, rateBy } from "./queries.ts";

/** Whether the cluster takes and keeps records. */
const statePanels = (from: string): PanelSpec[] => [
  {
    title: "Brokers",
    description: "Brokers that answer.",
    unit: "short",
    kind: "number",
    queries: [{ expr: `max(kafka_brokers{${from}})`, legend: "brokers" }],
    metrics: ["kafka_brokers"],
  },
  {
    title: "Active controllers",
    description: "One is right; without it no partition gets another leader and nobody can make a topic.",
    unit: "short",
    kind: "number",
    queries: [{ expr: `sum(kafka_controller_kafkacontroller_activecontrollercount{${from}})`, legend: "controllers" }],
    metrics: ["kafka_controller_kafkacontroller_activecontrollercount"],
  },
  {
    title: "Partitions without a leader",
    description: "Nobody can write to them or read from them.",
    unit: "short",
    kind: "number",
    // Each controller tells the same number.
    queries: [{ expr: `max(kafka_controller_kafkacontroller_offlinepartitionscount{${from}})`, legend: "partitions" }],
    metrics: ["kafka_controller_kafkacontroller_offlinepartitionscount"],
  },
  {
    title: "Partitions that refuse writes",
    description: "Partitions with a leader and fewer copies in step than a write with acks=all needs.",
    unit: "short",
    kind: "number",
    queries: [{ expr: `sum(kafka_server_replicamanager_underminisrpartitioncount{${from}})`, legend: "partitions" }],
    metrics: ["kafka_server_replicamanager_underminisrpartitioncount"],
  },
  {
    title: "Partitions with too few copies",
    description: "Partitions whose copies are not all in step: the end of one more broker may stop writes.",
    unit: "short",
    kind: "number",
    queries: [{ expr: `sum(kafka_topic_partition_under_replicated_partition{${from}})`, legend: "partitions" }],
    metrics: ["kafka_topic_partition_under_replicated_partition"],
  },
];

/** What goes in and out. A broker tells the bytes of each topic, and once more those of all, which have no label. */
const trafficPanels = (from: string): PanelSpec[] => [
  {
    title: "Records written",
    description: "Records in a second by topic.",
    unit: "reqps",
    queries: [lines(rateBy("topic", `kafka_topic_partition_current_offset{${from}}`), "topic")],
    metrics: ["kafka_topic_partition_current_offset"],
  },
  {
    title: "Lag",
    description: "Records that a consumer group has not read yet, by topic.",
    unit: "short",
    queries: [lines(`sum by (consumergroup, topic) (kafka_consumergroup_lag{${from}} > 0)`, "consumergroup", "topic")],
    metrics: ["kafka_consumergroup_lag"],
  },
  {
    title: "Bytes in",
    description: "What producers write by topic.",
    unit: "Bps",
    queries: [lines(rateBy("topic", `kafka_server_brokertopicmetrics_bytesin_total{topic!="",${from}}`), "topic")],
    metrics: ["kafka_server_brokertopicmetrics_bytesin_total"],
  },
  {
    title: "Bytes out",
    description: "What consumers read by topic; each group counts.",
    unit: "Bps",
    queries: [lines(rateBy("topic", `kafka_server_brokertopicmetrics_bytesout_total{topic!="",${from}}`), "topic")],
    metrics: ["kafka_server_brokertopicmetrics_bytesout_total"],
  },
];

/** What a broker needs for it. */
const serverPanels = (from: string): PanelSpec[] => [
  {
    title: "Time of requests (p99)",
    description: "Of the slowest broker. Produce waits for copies, FetchConsumer for records when there are none.",
    unit: "ms",
    queries: [
      lines(
        `max by (request) (kafka_network_requestmetrics_totaltimems{request=~"Produce|FetchConsumer",quantile="0.99",${from}})`,
        "request",
      ),
    ],
    metrics: ["kafka_network_requestmetrics_totaltimems"],
  },
  {
    title: "Size of logs",
    description: "Space that the records of each topic take with all copies.",
    unit: "bytes",
    queries: [lines(`sum by (topic) (kafka_log_size{${from}})`, "topic")],
    metrics: ["kafka_log_size"],
  },
  {
    title: "Heap",
    description: "Share of its heap that each broker and controller uses.",
    unit: "percentunit",
    queries: [
      lines(
        `sum by (pod) (jvm_memory_used_bytes{area="heap",${from}}) / sum by (pod) (jvm_memory_max_bytes{area="heap",${from}})`,
        "pod",
      ),
    ],
    metrics: ["jvm_memory_used_bytes", "jvm_memory_max_bytes"],
  },
];

/** Kafka, by what its brokers and controllers tell, and by its exporter what they do not: lag and offsets. */
export const kafkaDashboard = (namespace: string): DashboardSpec => {
  const from = `namespace="${namespace}"`;
  return {
    uid: "todo-kafka",
    title: "Kafka",
    panels: [...statePanels(from), ...trafficPanels(from), ...serverPanels(from)],
  };
};
