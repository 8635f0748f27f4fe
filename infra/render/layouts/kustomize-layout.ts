import type { RenderedFile } from "../rendered-file.ts";
import type { RenderedPlatform } from "../rendered-platform.ts";
import { aboutSecrets } from "./plain-layout.ts";
import { ignored, installCommand, objectFiles, toYaml, valuesFile } from "./object-files.ts";

/** An image's reference in the parts that a Kustomization replaces. */
const toImage = (reference: string) => {
  const [name = "", digest] = reference.split("@");
  const tagged = /^(.*):([^:/]+)$/.exec(name);
  return digest === undefined
    ? { name: tagged?.[1] ?? name, newTag: tagged?.[2] ?? "latest" }
    : { name: tagged?.[1] ?? name, digest };
};

const kustomization = (paths: readonly string[], images: Readonly<Record<string, string>>) => ({
  apiVersion: "kustomize.config.k8s.io/v1beta1",
  kind: "Kustomization",
  // Kustomize sorts by kind: definitions and namespaces come first.
  sortOptions: { order: "legacy" },
  resources: paths,
  images: Object.values(images).map(toImage),
});

const readMe = ({ charts }: RenderedPlatform): string => `# The platform as a Kustomize base

Written by \`todo-platform render\`; write it anew after a change of the model, and keep your own changes in an overlay.
In this folder, in this order:

\`\`\`sh
kubectl apply --server-side -f crds
kubectl apply -f manifests/00-namespaces
${charts.map(installCommand).join("\n")}
kubectl apply --server-side -k .
\`\`\`

${aboutSecrets}`;

/** A Kustomize base: the plain files, a list of them, and the images to be replaced by an overlay. */
export const kustomizeLayout = (
  platform: RenderedPlatform,
  images: Readonly<Record<string, string>>,
): RenderedFile[] => {
  const files = objectFiles(platform.objects);
  const paths = files.map(({ path }) => path).sort();
  return [
    { path: "README.md", text: readMe(platform) },
    ignored(),
    { path: "kustomization.yaml", text: toYaml(kustomization(paths, images)) },
    ...files,
    ...platform.charts.map(valuesFile),
  ];
};
