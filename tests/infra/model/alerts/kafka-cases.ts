import type { AlertCase } from "./alert-cases.ts";

const controller =
  'kafka_controller_kafkacontroller_offlinepartitionscount{namespace="kafka",pod="todo-kafka-controllers';
const leader = 'kafka_server_replicamanager_underminisrpartitioncount{namespace="kafka",pod="todo-kafka-brokers';

/** Partitions that nobody leads, that refuse writes, or that nobody reads. */
export const kafkaCases: readonly AlertCase[] = [
  {
    alert: "KafkaPartitionsOffline",
    at: "4m",
    // Each controller tells the number of the whole cluster.
    fires: { [`${controller}-3"}`]: "0 0 2 2 2", [`${controller}-4"}`]: "0 0 2 2 2" },
    labels: { namespace: "kafka" },
    summary: "Kafka has partitions without a leader (2): nobody can write to them or read from them",
    silent: { [`${controller}-3"}`]: "0 2 2 0 2", [`${controller}-4"}`]: "0 2 2 0 2" },
  },
  {
    alert: "KafkaUnderMinIsr",
    at: "4m",
    // Each broker tells of the partitions that it leads.
    fires: { [`${leader}-0"}`]: "0 0 1 1 1", [`${leader}-1"}`]: "0 0 2 2 2", [`${leader}-2"}`]: "0 0 _ _ _" },
    labels: { namespace: "kafka" },
    summary: "Kafka has partitions that refuse writes (3): fewer copies are in step than acks=all needs",
    silent: { [`${leader}-0"}`]: "0 1 1 0 1", [`${leader}-1"}`]: "0x4" },
  },
  {
    alert: "KafkaConsumerLag",
    at: "15m",
    fires: {
      'kafka_consumergroup_lag{namespace="kafka",consumergroup="audit-service",topic="task-events",partition="0"}':
        "600x15",
      'kafka_consumergroup_lag{namespace="kafka",consumergroup="audit-service",topic="task-events",partition="1"}':
        "600x15",
    },
    labels: { namespace: "kafka", consumergroup: "audit-service", topic: "task-events" },
    summary: "audit-service is 1200 records behind on task-events",
    silent: {
      'kafka_consumergroup_lag{namespace="kafka",consumergroup="audit-service",topic="task-events",partition="0"}':
        "600x15",
      'kafka_consumergroup_lag{namespace="kafka",consumergroup="event-service",topic="task-events",partition="0"}':
        "600x15",
    },
  },
];
