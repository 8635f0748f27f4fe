import type { CheckDoc } from "./check-doc.ts";

/** What is wrong with the text itself. */
export const tp07Yaml: readonly CheckDoc[] = [
  {
    code: "TP0701",
    severity: "error",
    title: "Text that is no YAML",
    pain: "kubectl stops at such a file after it has applied those before it, so half of the change is there.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata:
  name: statestore
 spec:
  type: state.redis`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: "redis:6379" }
    - { name: actorStateStore, value: "true" }`,
  },
  {
    code: "TP0702",
    severity: "error",
    title: "A key that stands twice",
    pain: "Readers differ: daprd refuses the file, other tools keep the last value, and a review sees the first.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
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
    - { name: actorStateStore, value: "true" }`,
  },
  {
    code: "TP0703",
    severity: "error",
    title: "A Helm template that is not rendered",
    pain: "What a template turns into depends on its values; a lint of the template would guess.",
    language: "yaml",
    wrong: `apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app-config }
spec:
  metric:
    enabled: {{ .Values.metrics }}`,
    right: `apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app-config }
spec:
  metric: { enabled: true }`,
  },
  {
    code: "TP0704",
    severity: "error",
    title: "YAML beyond what is read",
    pain: "A few lines of nested aliases stand for gigabytes and stop whoever reads them.",
    language: "yaml",
    wrong: `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]`,
    right: `a: &a [x, x]
b: [*a, *a]`,
  },
  {
    code: "TP0721",
    severity: "warning",
    title: "A password that everybody guesses",
    pain: '"changeme" is never changed, and what stands in a repository is no secret.',
    language: "yaml",
    wrong: `apiVersion: v1
kind: Secret
metadata: { name: redis-secret }
stringData: { password: changeme }`,
    right: `apiVersion: v1
kind: Secret
metadata: { name: redis-secret }
stringData: { password: "<random>" }`,
  },
];
