import type { CheckDoc } from "./check-doc.ts";

/** State stores and secrets. */
export const tp07Stores: readonly CheckDoc[] = [
  {
    code: "TP0714",
    severity: "error",
    title: "Two actor state stores for one app",
    pain: "A sidecar that loads both does not start.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - { name: actorStateStore, value: "true" }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: orders }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - { name: actorStateStore, value: "true" }`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - { name: actorStateStore, value: "true" }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: orders }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }`,
  },
  {
    code: "TP0715",
    severity: "error",
    title: "A secret store that is not there",
    pain: "References are never resolved, and the component starts with empty passwords or not at all.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: vault }
spec:
  type: secretstores.kubernetes
  version: v1
  metadata: []
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
auth:
  secretStore: valut
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - name: redisPassword
      secretKeyRef: { name: redis, key: password }`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: vault }
spec:
  type: secretstores.kubernetes
  version: v1
  metadata: []
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
auth:
  secretStore: vault
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - name: redisPassword
      secretKeyRef: { name: redis, key: password }`,
  },
  {
    code: "TP0716",
    severity: "warning",
    title: "A Secret that is not given",
    pain: "The sidecar waits for the Secret and the pod does not become ready.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - name: redisPassword
      secretKeyRef: { name: redis-secrets, key: password }
---
apiVersion: v1
kind: Secret
metadata: { name: redis-secret }
stringData: { password: "<random>" }`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - name: redisPassword
      secretKeyRef: { name: redis-secret, key: password }
---
apiVersion: v1
kind: Secret
metadata: { name: redis-secret }
stringData: { password: "<random>" }`,
  },
  {
    code: "TP0717",
    severity: "error",
    title: "A key that the Secret does not have",
    pain: "The component starts without the value, so the refusal comes from the server behind it.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - name: redisPassword
      secretKeyRef: { name: redis-secret, key: pasword }
---
apiVersion: v1
kind: Secret
metadata: { name: redis-secret }
stringData: { password: "<random>" }`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - name: redisPassword
      secretKeyRef: { name: redis-secret, key: password }
---
apiVersion: v1
kind: Secret
metadata: { name: redis-secret }
stringData: { password: "<random>" }`,
  },
];
