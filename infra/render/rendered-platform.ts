import { withoutTrust } from "../model/dapr/control-plane.ts";
import type { WantedResource } from "./record-resources.ts";

/** An object of Kubernetes, ready to be applied. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

/** A chart that Helm installs beside the objects. */
export interface RenderedChart {
  readonly name: string;
  readonly namespace: string;
  readonly chart: string;
  readonly version: string | undefined;
  /** Address of its repository; undefined for a folder or an OCI reference, which `chart` then is. */
  readonly repository: string | undefined;
  readonly values: object;
}

/** An object, and whether it says something secret. */
export interface RenderedObject {
  readonly object: KubernetesObject;
  readonly secret: boolean;
}

/** Everything that a program puts into a cluster. */
export interface RenderedPlatform {
  readonly objects: readonly RenderedObject[];
  readonly charts: readonly RenderedChart[];
}

const release = "kubernetes:helm.sh/v3:Release";

/** Annotations that only Pulumi's provider reads. */
const isForPulumi = (annotation: string): boolean => annotation.startsWith("pulumi.com/");

const withoutHints = (object: KubernetesObject): KubernetesObject => {
  const { annotations, ...metadata } = object.metadata as KubernetesObject["metadata"] & {
    annotations?: Record<string, string>;
  };
  const kept = Object.entries(annotations ?? {}).filter(([name]) => !isForPulumi(name));
  return {
    ...object,
    metadata: kept.length === 0 ? metadata : { ...metadata, annotations: Object.fromEntries(kept) },
  };
};

interface ReleaseInputs {
  readonly name: string;
  readonly namespace: string;
  readonly chart: string;
  readonly version?: string;
  readonly repositoryOpts?: { readonly repo?: string };
  readonly values?: object;
}

const toChart = (inputs: ReleaseInputs): RenderedChart => ({
  name: inputs.name,
  namespace: inputs.namespace,
  chart: inputs.chart,
  version: inputs.version,
  repository: inputs.repositoryOpts?.repo,
  values: inputs.name === "dapr" ? withoutTrust({ ...inputs.values }) : (inputs.values ?? {}),
});

/** What of a program's resources is for a cluster. */
export const toRenderedPlatform = (resources: readonly WantedResource[]): RenderedPlatform => {
  const own = resources.filter(({ type }) => type.startsWith("kubernetes:"));
  return {
    objects: own
      .filter(({ type }) => type !== release)
      .map(({ inputs, hasSecrets }) => {
        const object = withoutHints(inputs as unknown as KubernetesObject);
        return { object, secret: hasSecrets || object.kind === "Secret" };
      }),
    charts: own
      .filter(({ type }) => type === release)
      .map(({ inputs }) => toChart(inputs as unknown as ReleaseInputs))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
};
