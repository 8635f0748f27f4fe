import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { versions } from "../versions.ts";

/** A Go module that carries CRDs, and those of them whose kinds the platform makes. */
interface CrdModule {
  readonly path: string;
  readonly folder: string;
  readonly files: readonly string[];
}

/** Where the CRDs of each operator lie: name of the committed file -> module. Their versions stand in versions.json. */
export const crdModules: Readonly<Record<keyof typeof versions.crds, CrdModule>> = {
  "prometheus-operator": {
    path: "github.com/prometheus-operator/prometheus-operator",
    folder: "example/prometheus-operator-crd",
    files: ["podmonitors", "prometheuses", "prometheusrules", "servicemonitors"].map(
      (kind) => `monitoring.coreos.com_${kind}.yaml`,
    ),
  },
  "gateway-api": {
    path: "sigs.k8s.io/gateway-api",
    folder: "config/crd/standard",
    files: ["gatewayclasses", "gateways", "httproutes"].map((kind) => `gateway.networking.k8s.io_${kind}.yaml`),
  },
  "cert-manager": {
    path: "github.com/cert-manager/cert-manager",
    folder: "deploy/crds",
    files: ["certificates", "clusterissuers", "issuers"].map((kind) => `cert-manager.io_${kind}.yaml`),
  },
  "cloudnative-pg": {
    path: "github.com/cloudnative-pg/cloudnative-pg",
    folder: "config/crd/bases",
    files: ["clusters", "databases", "scheduledbackups"].map((kind) => `postgresql.cnpg.io_${kind}.yaml`),
  },
  "plugin-barman-cloud": {
    path: "github.com/cloudnative-pg/plugin-barman-cloud",
    folder: "config/crd/bases",
    files: ["barmancloud.cnpg.io_objectstores.yaml"],
  },
  keda: {
    path: "github.com/kedacore/keda/v2",
    folder: "config/crd/bases",
    files: ["scaledobjects", "triggerauthentications"].map((kind) => `keda.sh_${kind}.yaml`),
  },
};

/** The name of a committed file of CRDs. */
export type CrdModuleName = keyof typeof crdModules;

/** Descriptions are nine tenths of a CRD, and nothing is checked against them. A field may be called `description`. */
const withoutDescriptions = (node: unknown, fields = false): unknown => {
  if (Array.isArray(node)) return node.map((item) => withoutDescriptions(item));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => fields || key !== "description")
      .map(([key, value]) => [key, withoutDescriptions(value, !fields && key === "properties")]),
  );
};

/** The CRDs of a module in the pinned version, without descriptions; downloads it unless it is there. */
export const readModuleCrds = (name: CrdModuleName): unknown[] => {
  const { path, folder, files } = crdModules[name];
  const args = ["mod", "download", "-json", `${path}@v${versions.crds[name]}`];
  const { Dir } = JSON.parse(execFileSync("go", args, { encoding: "utf8", cwd: "/" })) as { Dir: string };
  return files.map((file) => withoutDescriptions(parse(readFileSync(join(Dir, folder, file), "utf8"))));
};

if (import.meta.main)
  for (const name of Object.keys(crdModules) as CrdModuleName[])
    writeFileSync(new URL(`./${name}.json`, import.meta.url), `${JSON.stringify(readModuleCrds(name))}\n`);
