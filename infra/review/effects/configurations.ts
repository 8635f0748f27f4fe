import type { KubeObject } from "../objects/kube-object.ts";
import { objectsOf, type Inventory } from "../objects/inventory.ts";
import { textAt } from "../objects/read.ts";

/** The Configuration that an app's sidecar reads. */
export const configurationOf = (app: string, inventory: Inventory): KubeObject | undefined => {
  const { annotations, namespace } = inventory.apps.get(app) ?? {};
  const name = textAt(annotations, "dapr.io/config");
  return objectsOf(inventory, "Configuration").find(
    (object) => object.group === "dapr.io" && object.name === name && object.namespace === namespace,
  );
};
