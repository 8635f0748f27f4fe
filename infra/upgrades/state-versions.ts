import { z } from "zod";
import { listAt, textAt } from "../review/objects/read.ts";
import { versionOfImage } from "./running-versions.ts";
import type { PartName } from "./upgrade-parts.ts";
import type { PartVersions } from "./upgrade-plan.ts";

/** What `pulumi stack export` prints, as far as it tells versions. Upstream: pulumi sdk/go/common/apitype/core.go. */
const stateSchema = z.object({
  deployment: z.object({
    resources: z
      .array(
        z.object({
          type: z.string(),
          // A resource that is being replaced or removed is there a second time.
          delete: z.boolean().optional(),
          inputs: z.record(z.string(), z.unknown()).optional(),
          outputs: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  }),
});

type Resource = NonNullable<z.infer<typeof stateSchema>["deployment"]["resources"]>[number];
type Found = readonly (readonly [PartName, string])[];

const one = (part: PartName, version: string | undefined): Found =>
  version === undefined || version === "" ? [] : [[part, version.replace(/^v/, "")]];

/** Charts by their names: some are numbered like what they install, the others say it as their `appVersion`. */
const charts: Readonly<Record<string, readonly [part: PartName, numbered: "chart" | "app"]>> = {
  dapr: ["dapr", "app"],
  "cert-manager": ["cert-manager", "app"],
  "kube-prometheus-stack": ["prometheus-operator", "app"],
  keda: ["keda", "app"],
  "strimzi-kafka-operator": ["strimzi", "app"],
  "cloudnative-pg": ["cnpg", "chart"],
};

const ofRelease = ({ inputs, outputs }: Resource): Found => {
  const name = textAt(outputs, "status", "chart") || textAt(outputs, "chart") || textAt(inputs, "chart") || "";
  const known = charts[name.split("/").at(-1) ?? ""];
  if (known === undefined) return [];
  const [part, numbered] = known;
  const version = textAt(outputs, "status", "version") || textAt(inputs, "version");
  return one(part, numbered === "app" ? textAt(outputs, "status", "appVersion") || version : version);
};

const ofWorkload = ({ inputs }: Resource): Found =>
  listAt(inputs, "spec", "template", "spec", "containers").flatMap((each) =>
    versionOfImage(textAt(each, "image") || ""),
  );

/** Where each type of resource tells a version. */
const readers: readonly (readonly [type: RegExp, read: (resource: Resource) => Found])[] = [
  [/^kubernetes:helm\.sh\/v\d\w*:Release$/, ofRelease],
  [/^kubernetes:apps\/v1:(Deployment|StatefulSet)$/, ofWorkload],
  [
    /^kubernetes:kafka\.strimzi\.io\/\w+:Kafka$/,
    // The operator chooses the newest that it knows, and says so in the status.
    ({ inputs, outputs }) =>
      one("kafka", textAt(outputs, "status", "kafkaVersion") || textAt(inputs, "spec", "kafka", "version")),
  ],
  [
    /^kubernetes:postgresql\.cnpg\.io\/\w+:Cluster$/,
    ({ inputs, outputs }) =>
      versionOfImage(textAt(outputs, "status", "image") || textAt(inputs, "spec", "imageName") || ""),
  ],
  [
    /^azure-native:containerservice(\/\w+)?:ManagedCluster$/,
    ({ inputs, outputs }) =>
      one(
        "kubernetes",
        textAt(outputs, "currentKubernetesVersion") ||
          textAt(outputs, "kubernetesVersion") ||
          textAt(inputs, "kubernetesVersion"),
      ),
  ],
  [
    /^digitalocean:index\/kubernetesCluster:KubernetesCluster$/,
    ({ inputs, outputs }) => one("kubernetes", textAt(outputs, "version") || textAt(inputs, "version")),
  ],
];

/**
 * Versions of the parts that a stack has made, by its state: what `pulumi stack export` prints. Undefined when it is
 * something else.
 */
export const stateVersions = (exported: unknown): PartVersions | undefined => {
  const { success, data } = stateSchema.safeParse(exported);
  if (!success) return undefined;
  const resources = (data.deployment.resources ?? []).filter((resource) => resource.delete !== true);
  return Object.fromEntries(
    resources.flatMap((resource) =>
      readers.flatMap(([type, read]) => (type.test(resource.type) ? read(resource) : [])),
    ),
  );
};
