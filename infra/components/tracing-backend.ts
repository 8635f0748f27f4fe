import type { ComponentResource, Input } from "@pulumi/pulumi";
import { toCollectorManifests } from "../model/tracing/collector-manifests.ts";
import { toJaegerManifests } from "../model/tracing/jaeger-manifests.ts";
import type { TracingSpec } from "../model/tracing.ts";
import { Workload } from "./workload.ts";
import { Zipkin } from "./zipkin.ts";

/** Images of the backends that run in the cluster. */
export interface TracingImages {
  readonly zipkin: string;
  readonly jaeger: string;
  readonly otelCollector: string;
}

/** Arguments of {@link createTracing}. */
export interface TracingBackendArgs {
  readonly tracing: TracingSpec;
  readonly namespace: Input<string>;
  readonly images: TracingImages;
}

/** The backend of the spans of either kind, below `parent`; nothing where it is run elsewhere. */
export const createTracing = (
  name: string,
  { tracing, namespace, images }: TracingBackendArgs,
  parent: ComponentResource,
): ComponentResource | undefined => {
  switch (tracing.backend) {
    case "zipkin":
      return new Zipkin(name, { tracing, namespace, image: images.zipkin }, { parent });
    case "jaeger":
      return new Workload(name, { manifests: toJaegerManifests(tracing, images.jaeger), namespace }, { parent });
    case "collector":
      return new Workload(
        name,
        { manifests: toCollectorManifests(tracing, images.otelCollector), namespace },
        { parent },
      );
    case "otlp":
      return undefined;
  }
};
