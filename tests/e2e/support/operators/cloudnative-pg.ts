import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseAllDocuments, stringify } from "yaml";
import { operatorRecipes } from "../../../../local/images/operator-recipes.ts";
import { toolDir } from "../../../../local/paths.ts";
import { versions } from "../../../../local/versions.ts";
import { operatorNamespace } from "./workload.ts";

/** Images of CloudNativePG's operator and of its servers. */
export const cloudnativePgImages = operatorRecipes.cloudnativePg;

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** What differs from the release: images that are there are not pulled, and a new server's image is the one that is made here. */
const settings = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "cnpg-controller-manager-config", namespace: "cnpg-system" },
  data: { POSTGRES_IMAGE_NAME: versions.operatorImages.cloudnativePgServer },
};

/** Everything that CloudNativePG publishes for its release but the namespace, as the cluster takes it. */
const release = async (): Promise<Manifest[]> => {
  const text = await readFile(join(toolDir("cloudnative-pg"), "release.yaml"), "utf8");
  const manifests = parseAllDocuments(text.replaceAll("imagePullPolicy: Always", "imagePullPolicy: IfNotPresent"))
    .map((document) => document.toJS() as Manifest | null)
    .filter((manifest): manifest is Manifest => manifest !== null && manifest.kind !== "Namespace");
  return [settings, ...manifests];
};

/** The operator without a chart. Call it once the tool is built. */
export const cloudnativePg = async () => {
  const manifests = await release();
  const isCrd = ({ kind }: Manifest): boolean => kind === "CustomResourceDefinition";
  return {
    images: cloudnativePgImages,
    crds: manifests.filter(isCrd),
    objects: [operatorNamespace("cnpg-system"), ...manifests.filter((manifest) => !isCrd(manifest))],
  };
};

/**
 * Writes a chart of everything that CloudNativePG publishes for its release, and returns its folder; the chart of its
 * own repository is on no registry that the tests reach. Call it once the tool is built.
 */
export const cloudnativePgChart = async (folder: string): Promise<string> => {
  const chart = {
    apiVersion: "v2",
    name: "cloudnative-pg",
    version: versions.charts.cnpg,
    appVersion: versions.tools["cloudnative-pg"],
  };
  // The platform makes the namespace itself.
  const all = (await release()).map((manifest) => stringify(manifest, { aliasDuplicateObjects: false }));
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "templates"), { recursive: true });
  await writeFile(join(folder, "Chart.yaml"), stringify(chart));
  await writeFile(join(folder, "templates/release.yaml"), all.join("---\n"));
  return folder;
};
