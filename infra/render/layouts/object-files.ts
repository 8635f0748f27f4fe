import { stringify } from "yaml";
import type { RenderedFile } from "../rendered-file.ts";
import type { KubernetesObject, RenderedChart, RenderedObject } from "../rendered-platform.ts";

/** YAML as every reader of Kubernetes takes it: no anchors, no folded lines. */
export const toYaml = (content: object): string => stringify(content, { lineWidth: 0, aliasDuplicateObjects: false });

const isCrd = ({ kind }: KubernetesObject): boolean => kind === "CustomResourceDefinition";

/** Folder of an object: what others need comes first in the order of names, which is that of `kubectl apply`. */
const folderOf = ({ object, secret }: RenderedObject): string => {
  if (isCrd(object)) return "crds";
  if (secret) return `secrets/${object.metadata.namespace ?? "cluster"}`;
  if (object.kind === "Namespace") return "manifests/00-namespaces";
  return `manifests/${object.metadata.namespace ?? "10-cluster"}`;
};

/** File of an object, the same for every layout. */
export const pathOf = (rendered: RenderedObject): string => {
  const { object } = rendered;
  const name = object.metadata.name.replaceAll(/[^A-Za-z0-9.-]/g, "-");
  return `${folderOf(rendered)}/${isCrd(object) ? name : `${object.kind.toLowerCase()}-${name}`}.yaml`;
};

/** A file for each object; what says something secret is marked so. */
export const objectFiles = (objects: readonly RenderedObject[]): RenderedFile[] =>
  objects.map((rendered) => ({
    path: pathOf(rendered),
    text: toYaml(rendered.object),
    ...(rendered.secret ? { secret: true as const } : {}),
  }));

/** Values of a chart. */
export const valuesFile = ({ name, values }: RenderedChart): RenderedFile => ({
  path: `charts/${name}.values.yaml`,
  text: toYaml(values),
});

/** How a chart is installed. */
export const installCommand = ({ name, namespace, chart, version, repository }: RenderedChart): string =>
  [
    `helm upgrade --install ${name} ${chart}`,
    ...(repository === undefined ? [] : [`--repo ${repository}`]),
    ...(version === undefined ? [] : [`--version ${version}`]),
    `--namespace ${namespace} --skip-crds --wait --values charts/${name}.values.yaml`,
  ].join(" ");

/** What of every export must not reach a repository. */
export const ignored = (more: readonly string[] = []): RenderedFile => ({
  path: ".gitignore",
  text: ["secrets/", ".made-values.json", ...more].map((line) => `${line}\n`).join(""),
});
