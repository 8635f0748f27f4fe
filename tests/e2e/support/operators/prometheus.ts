import { operatorRecipes } from "../../../../local/images/operator-recipes.ts";
import { versions } from "../../../../local/versions.ts";
import { shippedManifests } from "./install.ts";
import { operatorNamespace, operatorObjects } from "./workload.ts";

const namespace = "prometheus-operator";

/** The Prometheus operator with its own CRDs and its own ClusterRole. Call it once its tools are built. */
export const prometheusOperator = () => {
  const { prometheusOperator: image, prometheusConfigReloader: reloader, prometheus } = versions.operatorImages;
  const role = shippedManifests("prometheus-operator", "rbac").find(({ kind }) => kind === "ClusterRole");
  return {
    images: operatorRecipes.prometheus,
    crds: shippedManifests("prometheus-operator", "crds"),
    objects: [
      operatorNamespace(namespace),
      ...operatorObjects({
        name: "prometheus-operator",
        namespace,
        image,
        user: 65_534,
        args: [
          `--prometheus-config-reloader=${reloader}`,
          `--prometheus-default-base-image=${prometheus.slice(0, prometheus.lastIndexOf(":"))}`,
        ],
        rules: (role?.["rules"] ?? []) as object[],
        ports: { http: 8080 },
        ready: { path: "/healthz", port: 8080 },
      }),
    ],
  };
};

/** Version of the Prometheus that is there to be run. */
export const prometheusVersion = versions.operatorImages.prometheus.split(":").at(-1) ?? "";
