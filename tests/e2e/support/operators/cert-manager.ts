import { operatorRecipes } from "../../../../local/images/operator-recipes.ts";
import { versions } from "../../../../local/versions.ts";
import { shippedManifests } from "./install.ts";
import { operatorNamespace, operatorObjects } from "./workload.ts";

const namespace = "cert-manager";

/** cert-manager's controller with its own CRDs. Call it once its tool is built. */
export const certManager = () => ({
  images: operatorRecipes.certManager,
  crds: shippedManifests("cert-manager", "crds"),
  objects: [
    operatorNamespace(namespace),
    ...operatorObjects({
      name: "cert-manager",
      namespace,
      image: versions.operatorImages.certManager,
      user: 65_532,
      args: [`--cluster-resource-namespace=${namespace}`],
      ports: { metrics: 9402 },
      ready: { path: "/metrics", port: 9402 },
      rules: [
        {
          apiGroups: ["cert-manager.io"],
          resources: ["*"],
          verbs: ["get", "list", "watch", "create", "update", "patch", "delete"],
        },
        // Approves what its own issuers sign.
        { apiGroups: ["cert-manager.io"], resources: ["signers"], verbs: ["approve"] },
        {
          apiGroups: [""],
          resources: ["secrets"],
          verbs: ["get", "list", "watch", "create", "update", "patch", "delete"],
        },
        { apiGroups: ["", "events.k8s.io"], resources: ["events"], verbs: ["create", "patch"] },
      ],
    }),
  ],
});
