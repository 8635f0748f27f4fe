import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { provideImages } from "../../../../local/images/ensure-images.ts";
import type { ImageRecipe } from "../../../../local/images/recipes.ts";
import { toolDir } from "../../../../local/paths.ts";
import { createProgress } from "../../../../local/progress.ts";
import type { ToolName } from "../../../../local/versions.ts";
import type { Kubectl } from "../kubectl.ts";

/** Everything of a folder of manifests that a tool was built with. */
export const shippedManifests = (tool: ToolName, folder: string): Record<string, unknown>[] => {
  const path = join(toolDir(tool), folder);
  return readdirSync(path)
    .filter((file) => file.endsWith(".yaml") && file !== "kustomization.yaml")
    .flatMap((file) => parseAllDocuments(readFileSync(join(path, file), "utf8")))
    .map((document) => document.toJS() as Record<string, unknown>);
};

/** Applies objects as somebody who installs an operator would. */
export const applyObjects = (kubectl: Kubectl, objects: readonly object[]): Promise<string> =>
  kubectl.run(
    ["apply", "--server-side", "--force-conflicts", "--field-manager=operator-tests", "-f", "-"],
    JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }),
  );

/** Removes them again, whatever of them is there. */
export const removeObjects = (kubectl: Kubectl, objects: readonly object[]): Promise<string> =>
  kubectl.run(
    ["delete", "--ignore-not-found", "--wait=false", "-f", "-"],
    JSON.stringify({ apiVersion: "v1", kind: "List", items: [...objects].reverse() }),
  );

/** Gives the cluster an operator: images, CRDs first, then the rest; waits until its Deployments are ready. */
export const installOperator = async (
  kubectl: Kubectl,
  cluster: string,
  operator: {
    readonly images: readonly ImageRecipe[];
    readonly crds: readonly object[];
    readonly objects: readonly object[];
  },
): Promise<void> => {
  await provideImages(cluster, operator.images, createProgress());
  await applyObjects(kubectl, operator.crds);
  // Before that, nobody may write an object of the new kinds.
  const names = (operator.crds as { metadata: { name: string } }[]).map(({ metadata }) => metadata.name);
  await kubectl.run(["wait", "--for=condition=Established", "--timeout=60s", "crd", ...names]);
  await applyObjects(kubectl, operator.objects);
  for (const object of operator.objects as { kind: string; metadata: { name: string; namespace: string } }[])
    if (object.kind === "Deployment") {
      const { name, namespace } = object.metadata;
      await kubectl.run(["rollout", "status", "-n", namespace, `deployment/${name}`, "--timeout=300s"]);
    }
};
