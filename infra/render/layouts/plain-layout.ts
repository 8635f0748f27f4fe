import type { RenderedFile } from "../rendered-file.ts";
import type { RenderedPlatform } from "../rendered-platform.ts";
import { ignored, installCommand, objectFiles, valuesFile } from "./object-files.ts";

/** What every export says of its secrets. */
export const aboutSecrets = `\`secrets/\` holds passwords and keys that were made for this export; it is in \`.gitignore\`. Encrypt it (SOPS, Sealed
Secrets) before it goes into a repository, or let External Secrets make Secrets of the same names. The next export keeps
the values: they stand in \`.made-values.json\`.
`;

const readMe = ({ charts }: RenderedPlatform): string => `# The platform as plain YAML

Written by \`todo-platform render\`; write it anew after a change of the model. In this folder, in this order:

\`\`\`sh
kubectl apply --server-side -f crds
kubectl apply -f manifests/00-namespaces
${charts.map(installCommand).join("\n")}
kubectl apply --server-side -R -f secrets -f manifests
\`\`\`

${aboutSecrets}`;

/** Plain YAML: a file for each object, and the values of the charts that Helm installs. */
export const plainLayout = (platform: RenderedPlatform): RenderedFile[] => [
  { path: "README.md", text: readMe(platform) },
  ignored(),
  ...objectFiles(platform.objects),
  ...platform.charts.map(valuesFile),
];
