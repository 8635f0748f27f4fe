import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a port of every node",
    (graph) => {
      graph.props("Service todo/api").spec.type = "NodePort";
    },
    ["service-forbids-node-ports: Service todo/api: spec.type is NodePort. Use ClusterIP behind a Gateway."],
  ),
];
