import type { RenderedFile } from "../rendered-file.ts";
import type { RenderedChart, RenderedObject, RenderedPlatform } from "../rendered-platform.ts";
import { aboutSecrets } from "./plain-layout.ts";
import { ignored, installCommand, objectFiles, toYaml, valuesFile } from "./object-files.ts";

/** Name and version of the chart. */
export interface ChartIdentity {
  readonly name: string;
  readonly version: string;
}

/** What Helm must not take for a template of its own, such as those of Prometheus' alerts. */
const escaped = (text: string): string => text.replaceAll("{{", '{{ "{{" }}');

/** Images come from the values. */
const templated = (text: string, images: Readonly<Record<string, string>>): string =>
  Object.entries(images).reduce(
    (all, [app, reference]) => all.replaceAll(`image: ${reference}\n`, `image: {{ index .Values.images "${app}" }}\n`),
    escaped(text),
  );

/** A folder or a published chart, as a dependency. */
const dependencyOf = ({ name, chart, version, repository }: RenderedChart) => ({
  name: repository === undefined ? name : chart,
  version: version ?? ">=0.0.0-0",
  repository: repository ?? `file://${chart}`,
});

const readMe = (
  identity: ChartIdentity,
  dapr: RenderedChart,
  others: readonly RenderedChart[],
): string => `# ${identity.name}

Written by \`todo-platform render\`; write it anew after a change of the model. Dapr is a dependency of the chart, so the
release is installed into Dapr's namespace; every other object names its own. In this folder, in this order:

\`\`\`sh
${others.map(installCommand).join("\n")}${others.length > 0 ? "\n" : ""}helm dependency build .
helm upgrade --install ${identity.name} . --namespace ${dapr.namespace} --create-namespace --timeout 15m
\`\`\`

\`values.yaml\` holds the apps' images and everything of Dapr's chart.

${aboutSecrets}`;

const isDapr = ({ name }: RenderedChart): boolean => name === "dapr";

/**
 * A Helm chart with Dapr as its dependency. Charts of other operators are installed before it: a release has one
 * namespace, and theirs are others.
 * @throws Error when the platform does not install Dapr by its chart
 */
export const helmLayout = (
  { objects, charts }: RenderedPlatform,
  images: Readonly<Record<string, string>>,
  identity: ChartIdentity,
): RenderedFile[] => {
  const dapr = charts.find(isDapr);
  if (dapr === undefined) throw new Error("a chart is made of a platform that installs Dapr by its chart");
  const others = charts.filter((chart) => !isDapr(chart));
  // Helm makes the namespace of a release itself.
  const isOwnNamespace = ({ object: { kind, metadata } }: RenderedObject): boolean =>
    kind === "Namespace" && metadata.name === dapr.namespace;
  const files = objectFiles(objects.filter((one) => !isOwnNamespace(one)));
  const chart = {
    apiVersion: "v2",
    type: "application",
    ...identity,
    description: "A Dapr platform",
    dependencies: [dependencyOf(dapr)],
  };
  return [
    { path: "README.md", text: readMe(identity, dapr, others) },
    ignored(["templates/secrets/"]),
    { path: "Chart.yaml", text: toYaml(chart) },
    { path: "values.yaml", text: toYaml({ images, [dependencyOf(dapr).name]: dapr.values }) },
    ...files.map((file) =>
      file.path.startsWith("crds/")
        ? file
        : { ...file, path: `templates/${file.path}`, text: templated(file.text, images) },
    ),
    ...others.map(valuesFile),
  ];
};
