import { z } from "zod";
import type { PlatformSpec } from "../../model/platform-spec.ts";
import { zipkinPort } from "../../model/tracing.ts";
import type { ClusterView } from "../../verify/cluster-view.ts";
import type { ObservedTrace } from "../observation.ts";

/** The part of Zipkin's answer that is shown. Upstream: zipkin.io/zipkin-api. */
const spans = z.array(
  z.object({
    traceId: z.string(),
    parentId: z.string().optional(),
    name: z.string().default(""),
    timestamp: z.number().default(0),
    duration: z.number().default(0),
    localEndpoint: z.object({ serviceName: z.string().optional() }).optional(),
    tags: z.record(z.string(), z.string()).optional(),
  }),
);
type Spans = z.infer<typeof spans>;

const toTrace = (trace: Spans): ObservedTrace => {
  const first = trace.find(({ parentId }) => parentId === undefined) ?? trace[0];
  const start = Math.min(...trace.map(({ timestamp }) => timestamp));
  const end = Math.max(...trace.map(({ timestamp, duration }) => timestamp + duration));
  return {
    id: first?.traceId ?? "",
    name: first?.name ?? "",
    at: new Date(start / 1000).toISOString(),
    milliseconds: Math.round((end - start) / 1000),
    services: [...new Set(trace.flatMap(({ localEndpoint }) => localEndpoint?.serviceName ?? []))].sort(),
    failed: trace.some(({ tags = {} }) => "error" in tags || /^5\d\d$/.test(tags["http.status_code"] ?? "")),
  };
};

/** The latest traces, where they are in Zipkin; none where spans go elsewhere. */
export const observeTraces = async (platform: PlatformSpec, view: ClusterView): Promise<readonly ObservedTrace[]> => {
  if (platform.tracing.backend !== "zipkin") return [];
  const url = await view.address(platform.tracing.namespace, "app.kubernetes.io/name=zipkin", zipkinPort);
  if (url === undefined) throw new Error("Zipkin is not there");
  const answer = await fetch(`${url}/zipkin/api/v2/traces?limit=20&lookback=3600000`, {
    headers: { connection: "close" },
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`Zipkin answered ${answer.status}`);
  return z
    .array(spans)
    .parse(await answer.json())
    .filter((trace) => trace.length > 0)
    .map(toTrace)
    .sort((a, b) => b.at.localeCompare(a.at));
};
