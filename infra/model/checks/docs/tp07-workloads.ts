import type { CheckDoc } from "./check-doc.ts";

/** Workloads, and what stands twice. */
export const tp07Workloads: readonly CheckDoc[] = [
  {
    code: "TP0705",
    severity: "error",
    title: "Dapr annotations on the workload instead of its pods",
    pain: "The injector sees pods only. There is no sidecar, and nothing says why.",
    language: "yaml",
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-backend
  annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend }`,
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-backend
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend }`,
  },
  {
    code: "TP0706",
    severity: "warning",
    title: "An image without a version",
    pain: "Pods of one Deployment run different code after a node has pulled anew, and nobody can roll back.",
    language: "yaml",
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-backend
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend }
    spec:
      containers:
        - { name: app, image: todo-backend:latest }`,
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-backend
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend }
    spec:
      containers:
        - { name: app, image: todo-backend:1.4.2 }`,
  },
  {
    code: "TP0707",
    severity: "warning",
    title: "Two workloads with one app id",
    pain: "Calls and events are spread over both, so that each sees a part of them.",
    language: "yaml",
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-backend
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-worker
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend }`,
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-backend
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-worker
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-worker }`,
  },
  {
    code: "TP0708",
    severity: "error",
    title: "Two objects of one name",
    pain: "The later one replaces the earlier in a cluster without a word; outside of a cluster daprd does not start.",
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
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }`,
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
metadata: { name: cache }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }`,
  },
  {
    code: "TP0711",
    severity: "error",
    title: "A scope that names no app",
    pain: 'The component is hidden from the app that needs it, which then answers with "state store not found".',
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
scopes:
  - todo-backnd
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
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - { name: actorStateStore, value: "true" }
scopes:
  - todo-backend
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
    code: "TP0712",
    severity: "error",
    title: "A pod that names an unknown Configuration",
    pain: "The sidecar does not start without the Configuration that it is told to use, and the pod restarts for ever.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app-config }
spec:
  metric: { enabled: true }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-backend
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend, dapr.io/config: app-confg }`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app-config }
spec:
  metric: { enabled: true }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: todo-backend
spec:
  template:
    metadata:
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: todo-backend, dapr.io/config: app-config }`,
  },
];
