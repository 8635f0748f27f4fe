import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a shared administrator",
    (graph) => {
      graph.props("containerregistry:Registry images").adminUserEnabled = true;
    },
    [
      "azure-registry-forbids-shared-access: containerregistry:Registry images: adminUserEnabled is true. Set it to false, and give AcrPull to the cluster's identity.",
    ],
  ),
];
