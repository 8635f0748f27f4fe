import type { PartName } from "./upgrade-parts.ts";
import type { PartVersions } from "./upgrade-plan.ts";

/** A workload of a cluster, as far as its images tell versions. */
export interface RunningWorkload {
  readonly metadata: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly template: { readonly spec: { readonly containers: readonly { readonly image: string }[] } };
  };
}

/** The image whose tag is a part's version. Operators are named by their images, whatever their registry is. */
const images: readonly (readonly [part: PartName, repository: RegExp])[] = [
  ["dapr", /(^|\/)dapr\/operator$|(^|\/)dapr-operator$/],
  ["cert-manager", /cert-manager-controller$/],
  ["prometheus-operator", /prometheus-operator\/prometheus-operator$/],
  ["keda", /(^|\/)keda$/],
  ["strimzi", /strimzi\/operator$/],
  ["kafka", /apache\/kafka$/],
  ["postgres", /(^|\/)(postgres|postgresql)$/],
];

/** The chart of a release that Helm has labelled, such as `cloudnative-pg-0.29.0`. */
const charts: readonly (readonly [part: PartName, chart: RegExp])[] = [["cnpg", /^cloudnative-pg-(\d[\w.]*)$/]];

const ofImage = (image: string): (readonly [PartName, string])[] => {
  const [reference = ""] = image.split("@");
  const cut = reference.lastIndexOf(":");
  if (cut < reference.lastIndexOf("/")) return [];
  const [repository, tag] = [reference.slice(0, cut), reference.slice(cut + 1)];
  return images.filter(([, pattern]) => pattern.test(repository)).map(([part]) => [part, tag.replace(/^v/, "")]);
};

/** Versions of the parts that run on a cluster, by its workloads and its apiserver's own version. */
export const runningVersions = (
  workloads: readonly RunningWorkload[],
  kubernetes: string | undefined,
): PartVersions => {
  const found = workloads.flatMap(({ metadata, spec }) => [
    ...spec.template.spec.containers.flatMap(({ image }) => ofImage(image)),
    ...charts.flatMap(([part, chart]) => {
      const version = chart.exec(metadata.labels?.["helm.sh/chart"] ?? "")?.[1];
      return version === undefined ? [] : [[part, version] as const];
    }),
  ]);
  return {
    ...(kubernetes === undefined ? {} : { kubernetes: kubernetes.replace(/^v/, "") }),
    ...Object.fromEntries(found),
  };
};
