/**
 * The name that daprd registers, where metadata.yaml has another one.
 * Source: dapr cmd/daprd/components.
 */
export const registeredNames: Readonly<Record<string, string>> = {
  "bindings.postgres": "bindings.postgresql",
  "crypto.jwks": "crypto.dapr.jwks",
  "crypto.kubernetes.secrets": "crypto.dapr.kubernetes.secrets",
  "crypto.localstorage": "crypto.dapr.localstorage",
  "secretstores.aws.secretsmanager": "secretstores.aws.secretmanager",
};

/**
 * Versions and types without a metadata.yaml of their own: the entry whose code they run.
 * Source: dapr cmd/daprd/components/state_{cockroachdb,etcd,postgres}.go.
 */
export const sameCode: readonly { readonly id: string; readonly as: string; readonly url?: string }[] = [
  {
    id: "state.cockroachdb/v2",
    as: "state.postgresql/v2",
    url: "https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-cockroachdb/",
  },
  { id: "state.etcd/v2", as: "state.etcd/v1" },
  { id: "state.postgres/v1", as: "state.postgresql/v1" },
  { id: "state.postgres/v2", as: "state.postgresql/v2" },
  { id: "state.yugabyte/v2", as: "state.postgresql/v2" },
  { id: "state.yugabytedb/v2", as: "state.postgresql/v2" },
];

/**
 * Former names that still work, with a newer one to use. Other second names (`state.consul`, `bindings.mqtt`) are as
 * good as the first and are not reported.
 * Source: the order of the names in dapr cmd/daprd/components, and the pages of the components.
 */
export const formerNames: readonly string[] = [
  "bindings.alicloud.dubbo",
  "bindings.mqtt",
  "pubsub.azure.servicebus",
  "pubsub.azure.servicebusqueues",
  "pubsub.mqtt",
  "pubsub.snssqs",
];

/**
 * Described by components-contrib, but not built into daprd.
 * Source: dapr cmd/daprd/components/bindings_kitex.go_disabled.
 */
export const unavailable: Readonly<Record<string, string>> = {
  "bindings.kitex": "daprd does not build it in",
};
