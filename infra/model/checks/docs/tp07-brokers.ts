import type { CheckDoc } from "./check-doc.ts";

/** References of Subscriptions, Resiliency and pipelines. */
export const tp07Brokers: readonly CheckDoc[] = [
  {
    code: "TP0709",
    severity: "error",
    title: "A Subscription to something that is no pubsub",
    pain: "daprd logs that it finds no such pubsub, and no event ever comes. A cron binding calls its route itself.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: reminder-cron }
spec:
  type: bindings.cron
  version: v1
  metadata:
    - { name: schedule, value: "*/5 * * * *" }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: task-events }
spec:
  pubsubname: reminder-cron
  topic: task-events
  routes: { default: /events/task }`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: reminder-cron }
spec:
  type: bindings.cron
  version: v1
  metadata:
    - { name: schedule, value: "*/5 * * * *" }
    - { name: route, value: "/events/task" }`,
  },
  {
    code: "TP0710",
    severity: "error",
    title: "A Subscription to an unknown pubsub",
    pain: "A typo in pubsubname stops no deployment; the events just never come.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: kafka-pubsub }
spec:
  type: pubsub.kafka
  version: v1
  metadata:
    - { name: brokers, value: "kafka:9092" }
    - { name: authType, value: "none" }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: task-events }
spec:
  pubsubname: kafka-pubsb
  topic: task-events
  routes: { default: /events/task }`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: kafka-pubsub }
spec:
  type: pubsub.kafka
  version: v1
  metadata:
    - { name: brokers, value: "kafka:9092" }
    - { name: authType, value: "none" }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: task-events }
spec:
  pubsubname: kafka-pubsub
  topic: task-events
  routes: { default: /events/task }`,
  },
  {
    code: "TP0713",
    severity: "error",
    title: "A Resiliency for an app or component that is not there",
    pain: "Its retries and timeouts guard nothing, which shows in the first outage.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: resiliency }
spec:
  policies:
    timeouts: { short: 5s }
  targets:
    apps:
      todo-backnd: { timeout: short }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-backend
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend }`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: resiliency }
spec:
  policies:
    timeouts: { short: 5s }
  targets:
    apps:
      todo-backend: { timeout: short }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-backend
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend }`,
  },
  {
    code: "TP0718",
    severity: "error",
    title: "A pipeline whose handler is no such component",
    pain: "The sidecar does not start with a pipeline that it cannot build.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: limit }
spec:
  type: middleware.http.ratelimit
  version: v1
  metadata:
    - { name: maxRequestsPerSecond, value: "10" }
---
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app-config }
spec:
  httpPipeline:
    handlers:
      - { name: limit, type: middleware.http.bearer }`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: limit }
spec:
  type: middleware.http.ratelimit
  version: v1
  metadata:
    - { name: maxRequestsPerSecond, value: "10" }
---
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app-config }
spec:
  httpPipeline:
    handlers:
      - { name: limit, type: middleware.http.ratelimit }`,
  },
  {
    code: "TP0719",
    severity: "error",
    title: "A Subscription to a topic that its component does not allow",
    pain: "daprd logs that the subscription is not allowed, and goes on without it.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: kafka-pubsub }
spec:
  type: pubsub.kafka
  version: v1
  metadata:
    - { name: brokers, value: "kafka:9092" }
    - { name: authType, value: "none" }
    - { name: allowedTopics, value: "reminders" }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: task-events }
spec:
  pubsubname: kafka-pubsub
  topic: task-events
  routes: { default: /events/task }
scopes:
  - todo-backend`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: kafka-pubsub }
spec:
  type: pubsub.kafka
  version: v1
  metadata:
    - { name: brokers, value: "kafka:9092" }
    - { name: authType, value: "none" }
    - { name: allowedTopics, value: "reminders,task-events" }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: task-events }
spec:
  pubsubname: kafka-pubsub
  topic: task-events
  routes: { default: /events/task }
scopes:
  - todo-backend`,
  },
  {
    code: "TP0720",
    severity: "error",
    title: "A topic that is not given",
    pain: "With automatic creation a typo makes a topic that nobody publishes to; without it nothing comes at all.",
    language: "yaml",
    wrong: `apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: { name: task-events }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: task-events }
spec:
  pubsubname: kafka-pubsub
  topic: task-event
  routes: { default: /events/task }`,
    right: `apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: { name: task-events }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: task-events }
spec:
  pubsubname: kafka-pubsub
  topic: task-events
  routes: { default: /events/task }`,
  },
];
