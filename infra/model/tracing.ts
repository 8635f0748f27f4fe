import type { SecretKeyReference } from "./dapr/secret-reference.ts";
import type { ConfigurationTracing } from "./dapr/kinds/generated/configuration.ts";
import type { CollectorSpec } from "./tracing/collector.ts";
import type { Duration, Size } from "./units.ts";

/** Where Jaeger keeps spans. */
export type JaegerStorage =
  /** In the pod, and gone with it. */
  | { readonly kind: "memory"; readonly maxTraces: number }
  /** Badger on a volume: one pod, which is away while another one takes its place. */
  | { readonly kind: "badger"; readonly storage: Size; readonly retention: Duration };

/** A header by which an endpoint knows who sends. */
export interface SecretHeader {
  readonly name: string;
  readonly value: SecretKeyReference;
}

/** Where spans go. */
export type TracingBackend =
  /** Zipkin, with spans in memory. */
  | { readonly backend: "zipkin" }
  /** Jaeger 2, which takes OTLP and Zipkin's format. */
  | { readonly backend: "jaeger"; readonly storage: JaegerStorage }
  /** An OpenTelemetry collector, which chooses among traces and hands them on. */
  | { readonly backend: "collector"; readonly collector: CollectorSpec }
  /** An OTLP endpoint outside of the platform. */
  | {
      readonly backend: "otlp";
      /** Host and port, without a scheme. */
      readonly endpoint: string;
      readonly protocol: "grpc" | "http";
      readonly tls: boolean;
      /** Headers from Secrets of the apps' namespace, which sidecars read. @default none */
      readonly headers?: readonly SecretHeader[];
    };

/** Where spans go and how many are taken. */
export type TracingSpec = TracingBackend & {
  /** Namespace of the backend, and of all that watches the platform. */
  readonly namespace: string;
  /** Share of traces that are recorded, 0 to 1. */
  readonly samplingRate: number;
  /** NodePort of the query page for targets without a gateway. */
  readonly nodePort: number | undefined;
};

/** Port on which Zipkin, and what understands its format, takes spans; Zipkin's query API, too. */
export const zipkinPort = 9411;
/** Ports of OTLP. */
export const otlpPorts = { grpc: 4317, http: 4318 } as const;

/** Name of the backend's Service in its namespace, of its pods and its objects. */
export const tracingServices = { zipkin: "zipkin", jaeger: "jaeger", collector: "otel-collector" } as const;

/** Where sidecars send their spans: Zipkin v2 JSON to Zipkin, OTLP to everything else. */
export const toSpansExporter = (tracing: TracingSpec): Pick<ConfigurationTracing, "zipkin" | "otel"> => {
  const host = (service: string): string => `${service}.${tracing.namespace}.svc.cluster.local`;
  switch (tracing.backend) {
    case "zipkin":
      return { zipkin: { endpointAddress: `http://${host(tracingServices.zipkin)}:${zipkinPort}/api/v2/spans` } };
    case "jaeger":
    case "collector":
      return {
        otel: {
          endpointAddress: `${host(tracingServices[tracing.backend])}:${otlpPorts.grpc}`,
          isSecure: false,
          protocol: "grpc",
        },
      };
    case "otlp": {
      const { endpoint: endpointAddress, tls: isSecure, protocol, headers } = tracing;
      const sent = headers?.map(({ name, value }) => ({ name, ...value }));
      return { otel: { endpointAddress, isSecure, protocol, ...(sent === undefined ? {} : { headers: sent }) } };
    }
  }
};
