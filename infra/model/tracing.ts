/** Where spans go and how many are taken. */
export interface TracingSpec {
  readonly backend: "zipkin";
  readonly namespace: string;
  /** Share of traces that are recorded, 0 to 1. */
  readonly samplingRate: number;
  /** NodePort of the query page for targets without a gateway. */
  readonly nodePort: number | undefined;
}

/** Port of the collector and of the query API. */
export const zipkinPort = 9411;

/** Address to which sidecars send their spans (Zipkin v2 JSON). */
export const spansEndpoint = (tracing: TracingSpec): string =>
  `http://zipkin.${tracing.namespace}.svc.cluster.local:${zipkinPort}/api/v2/spans`;
