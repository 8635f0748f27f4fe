import type { SecretKeyReference } from "../dapr/secret-reference.ts";
import type { SecretHeader } from "../tracing.ts";
import type { Duration, Size } from "../units.ts";

/** Which traces the collector hands on. */
export type CollectorSampling =
  /** A share of them, by their ids: every collector chooses the same. */
  | { readonly kind: "probabilistic"; readonly percent: number }
  /** Every trace with an error or a slow request, and a share of the others: known only once a trace has ended. */
  | {
      readonly kind: "tail";
      /** How long the spans of a trace are waited for. */
      readonly wait: Duration;
      /** From when on a trace is slow. */
      readonly slow: Duration;
      /** Share of the ordinary traces, in percent. */
      readonly percent: number;
    };

/** Who gets the traces. */
export type CollectorExporter =
  | {
      readonly kind: "otlp";
      /** Host and port of gRPC. */
      readonly endpoint: string;
      readonly tls: boolean;
      /** Headers from Secrets of the tracing namespace. @default none */
      readonly headers?: readonly SecretHeader[];
    }
  /** Zipkin v2 JSON to an address such as `http://zipkin:9411/api/v2/spans`. */
  | { readonly kind: "zipkin"; readonly endpoint: string }
  /** Application Insights; its connection string stands in a Secret of the tracing namespace. */
  | { readonly kind: "azure-monitor"; readonly connectionString: SecretKeyReference };

/** An OpenTelemetry collector: OTLP and Zipkin's format in, a choice among the traces, and out again. */
export interface CollectorSpec {
  readonly replicas: number;
  /** Memory of each; it refuses spans before it runs out. */
  readonly memory: Size;
  /** @default every trace */
  readonly sampling?: CollectorSampling;
  /** Name -> who gets the traces. */
  readonly exporters: { readonly [name: string]: CollectorExporter };
}
