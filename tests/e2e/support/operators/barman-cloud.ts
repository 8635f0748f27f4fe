import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { operatorRecipes } from "../../../../local/images/operator-recipes.ts";
import { toolDir } from "../../../../local/paths.ts";
import { versions } from "../../../../local/versions.ts";
import type { Authority } from "../authority.ts";

const namespace = "cnpg-system";

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

/** The published manifest names the images of its main branch. */
const withImages = (manifest: Manifest): object => {
  if (manifest.kind === "Secret")
    return { ...manifest, data: undefined, stringData: { SIDECAR_IMAGE: versions.operatorImages.barmanCloudSidecar } };
  if (manifest.kind !== "Deployment") return manifest;
  const { template, ...spec } = (manifest as Manifest & { spec: { template: { spec: { containers: object[] } } } })
    .spec;
  const containers = template.spec.containers.map((container) => ({
    ...container,
    image: versions.operatorImages.barmanCloud,
    imagePullPolicy: "Never",
  }));
  return { ...manifest, spec: { ...spec, template: { ...template, spec: { ...template.spec, containers } } } };
};

/** Operator and plugin know each other as the platform's component has it: each certificate with its CA behind it. */
const certificates = (authority: Authority): Promise<object[]> =>
  Promise.all(
    ["server", "client"].map(async (side) => {
      const issued = await authority.issue(`barman-cloud-${side}`, ["barman-cloud"]);
      return {
        apiVersion: "v1",
        kind: "Secret",
        type: "kubernetes.io/tls",
        metadata: { name: `barman-cloud-${side}-tls`, namespace },
        stringData: { ...issued, "tls.crt": issued["tls.crt"] + authority.certificate },
      };
    }),
  );

/** The plugin as its release publishes it, without cert-manager. Call it once its tool is built. */
export const barmanCloud = async (authority: Authority) => {
  const published = await readFile(join(toolDir("plugin-barman-cloud"), "manifest.yaml"), "utf8");
  const manifests = parseAllDocuments(published)
    .map((document) => document.toJS() as Manifest)
    .filter(({ apiVersion }) => !apiVersion.startsWith("cert-manager.io/"));
  const isCrd = ({ kind }: Manifest): boolean => kind === "CustomResourceDefinition";
  return {
    images: operatorRecipes.barmanCloud,
    crds: manifests.filter(isCrd),
    objects: [
      ...(await certificates(authority)),
      ...manifests.filter((manifest) => !isCrd(manifest)).map((manifest) => withImages(manifest)),
    ],
  };
};
