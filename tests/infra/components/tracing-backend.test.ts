import { describe, expect, test } from "vitest";
import { LogCollector } from "../../../infra/components/log-collector.ts";
import { createTracing } from "../../../infra/components/tracing-backend.ts";
import { Workload } from "../../../infra/components/workload.ts";
import { toConfigurations } from "../../../infra/model/dapr/configuration.ts";
import { definePlatform, type Platform } from "../../../infra/model/platform.ts";
import { soundLogging, soundTracing } from "../model/tracing-mistakes.ts";
import { brokenPlatform } from "../platforms.ts";
import { record, type Recorded } from "./record.ts";

const choice = (choices: readonly (readonly [string, object])[], title: string): object => {
  const found = choices.find(([name]) => name === title);
  if (!found) throw new Error(`there is no choice "${title}"`);
  return found[1];
};
const traced = (title: string): Platform =>
  definePlatform(brokenPlatform((platform) => (platform.tracing = choice(soundTracing, title))));

const images = { zipkin: "zipkin", jaeger: "jaeger", otelCollector: "collector" };
const recorded = (platform: Platform): Promise<Recorded[]> =>
  record({}, async () => {
    const home = new Workload("home", { manifests: [], namespace: "monitoring" });
    createTracing("tracing", { tracing: platform.tracing, namespace: "monitoring", images }, home);
  });
const kinds = (graph: readonly Recorded[]): string[] =>
  graph
    .filter(({ inputs }) => inputs.kind !== undefined)
    .map(({ inputs }) => `${inputs.kind} ${inputs.metadata.name}`)
    .sort();
const podOf = (graph: readonly Recorded[], name: string) =>
  graph.find((resource) => resource.name === name)?.inputs.spec.template;
const configOf = (graph: readonly Recorded[], name: string): any => {
  const [text] = Object.values(graph.find((resource) => resource.name === name)?.inputs.data ?? {});
  return JSON.parse(text as string);
};
const exporter = (platform: Platform): object => {
  const { zipkin, otel } = toConfigurations(platform)[0]?.spec.tracing ?? {};
  return { ...(zipkin && { zipkin }), ...(otel && { otel }) };
};

describe("sidecars send their spans", () => {
  test("to Jaeger and to a collector by OTLP", () => {
    const otel = (service: string) => ({
      otel: { endpointAddress: `${service}.monitoring.svc.cluster.local:4317`, isSecure: false, protocol: "grpc" },
    });
    expect(exporter(traced("jaeger in memory"))).toEqual(otel("jaeger"));
    expect(exporter(traced("a collector"))).toEqual(otel("otel-collector"));
  });

  test("outside with headers from a Secret", () => {
    const platform = definePlatform(
      brokenPlatform((changed) => {
        const value = { secretKeyRef: { name: "otlp", key: "key" } };
        changed.existingSecrets = ["otlp"];
        changed.tracing = { ...choice(soundTracing, "an endpoint outside"), headers: [{ name: "api-key", value }] };
      }),
    );
    expect(exporter(platform)).toEqual({
      otel: {
        endpointAddress: "otlp.example.com:4317",
        isSecure: true,
        protocol: "grpc",
        headers: [{ name: "api-key", secretKeyRef: { name: "otlp", key: "key" } }],
      },
    });
  });
});

describe("jaeger", () => {
  test("on a volume keeps spans for as long as the model says", async () => {
    const graph = await recorded(traced("jaeger on a volume"));
    expect(kinds(graph)).toEqual([
      "ConfigMap jaeger",
      "Deployment jaeger",
      "NetworkPolicy jaeger-clients",
      "PersistentVolumeClaim jaeger",
      "Service jaeger",
    ]);
    expect(configOf(graph, "tracing-configmap").extensions.jaeger_storage.backends.spans).toEqual({
      badger: {
        directories: { keys: "/badger/keys", values: "/badger/values" },
        ephemeral: false,
        ttl: { spans: "72h" },
      },
    });
    expect(podOf(graph, "tracing-deployment").spec.volumes[1]).toEqual({
      name: "spans",
      persistentVolumeClaim: { claimName: "jaeger" },
    });
  });

  test("starts its pods when its configuration is there, and anew when that changes", async () => {
    const [memory, volume] = [await recorded(traced("jaeger in memory")), await recorded(traced("jaeger on a volume"))];
    expect(memory.find(({ name }) => name === "tracing-deployment")?.dependencies).toContain("tracing-configmap");
    const annotations = [memory, volume].map((graph) => podOf(graph, "tracing-deployment").metadata.annotations);
    expect(annotations[0]).not.toEqual(annotations[1]);
  });
});

describe("a collector", () => {
  test("reads secrets from its environment only", async () => {
    const graph = await recorded(traced("two collectors with a share"));
    expect(podOf(graph, "tracing-deployment").spec.containers[0].env).toEqual([
      { name: "VENDOR_API_KEY", valueFrom: { secretKeyRef: { name: "otlp", key: "key" } } },
      { name: "AZURE_CONNECTION_STRING", valueFrom: { secretKeyRef: { name: "logs", key: "connection" } } },
    ]);
    expect(configOf(graph, "tracing-configmap").exporters).toEqual({
      "zipkin/zipkin": { endpoint: "http://zipkin.example.com:9411/api/v2/spans" },
      "otlp_grpc/vendor": {
        endpoint: "otlp.example.com:4317",
        tls: { insecure: false },
        headers: { "api-key": "${env:VENDOR_API_KEY}" },
      },
      "azuremonitor/azure": { connection_string: "${env:AZURE_CONNECTION_STRING}" },
    });
  });

  test("refuses what does not fit before it chooses, and chooses before it puts together", async () => {
    const graph = await recorded(traced("a collector with tail sampling"));
    const { pipelines } = configOf(graph, "tracing-configmap").service;
    expect(pipelines.traces.processors).toEqual(["memory_limiter", "tail_sampling", "batch"]);
  });

  test("that is run elsewhere is not made", async () => {
    expect(kinds(await recorded(traced("an endpoint outside")))).toEqual([]);
  });
});

describe("logs", () => {
  const logged = async (title: string): Promise<Recorded[]> => {
    const logging = { namespace: "logging", target: choice(soundLogging, title) };
    const platform = definePlatform(brokenPlatform((changed) => (changed.logging = logging)));
    return record({}, async () => {
      if (platform.logging) new LogCollector("logs", { platform, logging: platform.logging, image: "fluent-bit" });
    });
  };
  const output = async (title: string): Promise<any> =>
    configOf(await logged(title), "logs-fluent-bit-configmap").pipeline.outputs[0];

  test("are those of apps, sidecars and control plane, with the fields of their lines", async () => {
    const { inputs, filters } = configOf(await logged("loki"), "logs-fluent-bit-configmap").pipeline;
    expect(inputs[0].path).toBe("/var/log/containers/*_todo-app_*.log,/var/log/containers/*_dapr-system_*.log");
    expect(filters[0]).toMatchObject({ name: "kubernetes", merge_log: "on", keep_log: "off" });
  });

  test("reach Loki with their trace ids, which are no labels", async () => {
    const loki = await output("loki with tenant and password");
    expect(loki).toMatchObject({
      name: "loki",
      tls: "on",
      "tls.verify": "on",
      tenant_id: "todo",
      http_user: "${LOGS_USER}",
      http_passwd: "${LOGS_PASSWORD}",
      structured_metadata: "trace_id=$trace_id, span_id=$span_id",
    });
    expect(loki.labels).toContain("retention=168h");
    expect(loki.labels).not.toContain("trace_id");
  });

  test("reach Elasticsearch in indexes that name their retention", async () => {
    expect(await output("elasticsearch")).toMatchObject({ name: "es", port: 9200, logstash_prefix: "todo-168h" });
  });

  test("reach Azure Monitor by the data collection endpoint, with the secret from a Secret", async () => {
    const graph = await logged("azure monitor");
    expect(configOf(graph, "logs-fluent-bit-configmap").pipeline.outputs[0]).toMatchObject({
      name: "azure_logs_ingestion",
      dce_url: "https://todo.westeurope-1.ingest.monitor.azure.com",
      table_name: "Todo_CL",
      client_secret: "${LOGS_CLIENT_SECRET}",
    });
    expect(podOf(graph, "logs-fluent-bit-daemonset").spec.containers[0].env).toEqual([
      { name: "LOGS_CLIENT_SECRET", valueFrom: { secretKeyRef: { name: "logs", key: "client" } } },
    ]);
  });

  test("are read by a pod that may write nothing of the node but its own folder", async () => {
    const { spec } = podOf(await logged("loki"), "logs-fluent-bit-daemonset");
    const [container] = spec.containers;
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
      runAsUser: 0,
    });
    expect(container.volumeMounts.filter((mount: { readOnly?: boolean }) => mount.readOnly !== true)).toEqual([
      { name: "state", mountPath: "/var/lib/fluent-bit" },
    ]);
  });
});
