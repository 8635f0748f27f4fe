import { versions } from "../versions.ts";
import type { PartVersions } from "./upgrade-plan.ts";

const tagOf = (image: string): string => image.split(":").at(-1) ?? "";

/** Versions of versions.json, by part. */
export const pinnedVersions: PartVersions = {
  kubernetes: versions.tools.kubernetes,
  "cert-manager": versions.crds["cert-manager"],
  "prometheus-operator": versions.crds["prometheus-operator"],
  keda: versions.crds.keda,
  dapr: versions.tools.dapr,
  strimzi: versions.strimzi,
  cnpg: versions.charts.cnpg,
  kafka: versions.tools.kafka,
  postgres: tagOf(versions.images.postgres),
};
