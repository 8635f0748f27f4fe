import type { SecretKeyReference } from "../dapr/secret-reference.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { LoggingSpec, LogTarget } from "./logging.ts";

/** Port of Fluent Bit's health and metrics. */
export const fluentBitPort = 2020;
/** Folder in which Fluent Bit remembers how far it has read, and keeps what could not be sent. */
export const fluentBitState = "/var/lib/fluent-bit";

const everything = "kube.*";
const onOff = (value: boolean): "on" | "off" => (value ? "on" : "off");

/** The values that Fluent Bit reads from Secrets: variable -> where it stands. */
export const logSecrets = (target: LogTarget): readonly { name: string; reference: SecretKeyReference }[] => {
  if (target.kind === "azure-monitor") return [{ name: "LOGS_CLIENT_SECRET", reference: target.clientSecret }];
  if (target.credentials === undefined) return [];
  const { user, password } = target.credentials;
  return [
    { name: "LOGS_USER", reference: user },
    { name: "LOGS_PASSWORD", reference: password },
  ];
};

const toServer = (target: Exclude<LogTarget, { kind: "azure-monitor" }>) => ({
  host: target.host,
  port: target.port,
  tls: onOff(target.tls),
  ...(target.tls ? { "tls.verify": "on" } : {}),
  // The braces are Fluent Bit's own: it puts the environment in.
  ...(target.credentials === undefined ? {} : { http_user: "${LOGS_USER}", http_passwd: "${LOGS_PASSWORD}" }),
});

/** Upstream: docs.fluentbit.io, the outputs `loki`, `es` and `azure_logs_ingestion`. */
const toOutput = (target: LogTarget): Record<string, unknown> => {
  switch (target.kind) {
    case "loki": {
      const labels = {
        job: "todo-platform",
        retention: target.retention,
        namespace: "$kubernetes['namespace_name']",
        app: "$kubernetes['labels']['app.kubernetes.io/name']",
        container: "$kubernetes['container_name']",
        level: "$level",
      };
      return {
        name: "loki",
        ...toServer(target),
        labels: Object.entries(labels)
          .map((pair) => pair.join("="))
          .join(", "),
        // Each trace has an id of its own: as labels they would be as many streams.
        structured_metadata: "trace_id=$trace_id, span_id=$span_id",
        line_format: "json",
        ...(target.tenant === undefined ? {} : { tenant_id: target.tenant }),
      };
    }
    case "elasticsearch":
      return {
        name: "es",
        ...toServer(target),
        logstash_format: "on",
        logstash_prefix: `${target.prefix}-${target.retention}`,
        suppress_type_name: "on",
        // A label such as app.kubernetes.io/name would be taken for an object otherwise.
        replace_dots: "on",
      };
    case "azure-monitor":
      return {
        name: "azure_logs_ingestion",
        tenant_id: target.tenant,
        client_id: target.client,
        client_secret: "${LOGS_CLIENT_SECRET}",
        dce_url: target.endpoint,
        dcr_id: target.rule,
        table_name: target.table,
        time_generated: "true",
        time_key: "TimeGenerated",
      };
  }
};

/**
 * Fluent Bit's configuration: the files of the platform's own namespaces, the fields of the JSON lines in them (with
 * `trace_id` and `span_id` of the apps), and one way out that is tried again until it works.
 */
export const toFluentBitConfig = (platform: PlatformSpec, { target }: LoggingSpec) => ({
  service: {
    flush: 5,
    log_level: "warn",
    http_server: "on",
    http_listen: "0.0.0.0",
    http_port: fluentBitPort,
    health_check: "on",
    "storage.path": `${fluentBitState}/waiting`,
  },
  pipeline: {
    inputs: [
      {
        name: "tail",
        tag: everything,
        path: [platform.namespace, platform.dapr.namespace]
          .map((namespace) => `/var/log/containers/*_${namespace}_*.log`)
          .join(","),
        "multiline.parser": "cri",
        db: `${fluentBitState}/positions.db`,
        mem_buf_limit: "16MB",
        skip_long_lines: "on",
        "storage.type": "filesystem",
      },
    ],
    filters: [
      {
        name: "kubernetes",
        match: everything,
        // The fields of a JSON line take the line's place.
        merge_log: "on",
        keep_log: "off",
        annotations: "off",
        buffer_size: "0",
      },
    ],
    outputs: [
      {
        ...toOutput(target),
        match: everything,
        retry_limit: "no_limits",
        "storage.total_limit_size": "256M",
      },
    ],
  },
});
