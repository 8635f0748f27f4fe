import type { PartName } from "./upgrade-parts.ts";
import type { PartVersions } from "./upgrade-plan.ts";

/** A container, as far as its image tells a version. */
interface ImageUser {
  readonly image: string;
}

/** A pod, or what makes pods: a Deployment, a StatefulSet. */
export interface RunningWorkload {
  readonly metadata: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec:
    | { readonly template: { readonly spec: { readonly containers: readonly ImageUser[] } } }
    | { readonly containers: readonly ImageUser[] };
}

/** The image whose tag tells a part's version. Operators are named by their images, whatever their registry is. */
const images: readonly (readonly [part: PartName, repository: RegExp, tag?: RegExp])[] = [
  ["dapr", /(^|\/)dapr\/operator$|(^|\/)dapr-operator$/],
  ["cert-manager", /cert-manager-controller$/],
  ["prometheus-operator", /prometheus-operator\/prometheus-operator$/],
  ["keda", /(^|\/)keda$/],
  ["strimzi", /strimzi\/operator$/],
  ["kafka", /apache\/kafka$/],
  // Strimzi's brokers carry both versions, such as `1.2.0-kafka-4.3.0`.
  ["kafka", /strimzi\/kafka$/, /-kafka-(.+)$/],
  ["postgres", /(^|\/)(postgres|postgresql)$/],
];

/** The chart of a release that Helm has labelled, such as `cloudnative-pg-0.29.0`. */
const charts: readonly (readonly [part: PartName, chart: RegExp])[] = [["cnpg", /^cloudnative-pg-(\d[\w.]*)$/]];

/** The part that an image belongs to, and its version. */
export const versionOfImage = (image: string): readonly (readonly [PartName, string])[] => {
  const [reference = ""] = image.split("@");
  const cut = reference.lastIndexOf(":");
  if (cut < reference.lastIndexOf("/")) return [];
  const [repository, tag] = [reference.slice(0, cut), reference.slice(cut + 1)];
  return images.flatMap(([part, pattern, within = /^v?(.+)$/]) => {
    const version = pattern.test(repository) ? within.exec(tag)?.[1] : undefined;
    return version === undefined ? [] : [[part, version] as const];
  });
};

const containersOf = ({ spec }: RunningWorkload): readonly ImageUser[] =>
  "template" in spec ? spec.template.spec.containers : spec.containers;

/** Versions of the parts that run on a cluster, by its workloads and its apiserver's own version. */
export const runningVersions = (
  workloads: readonly RunningWorkload[],
  kubernetes: string | undefined,
): PartVersions => {
  const found = workloads.flatMap((workload) => [
    ...containersOf(workload).flatMap(({ image }) => versionOfImage(image)),
    ...charts.flatMap(([part, chart]) => {
      const version = chart.exec(workload.metadata.labels?.["helm.sh/chart"] ?? "")?.[1];
      return version === undefined ? [] : [[part, version] as const];
    }),
  ]);
  return {
    ...(kubernetes === undefined ? {} : { kubernetes: kubernetes.replace(/^v/, "") }),
    ...Object.fromEntries(found),
  };
};
