import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "everybody",
    (graph) => {
      graph.props("NetworkPolicy todo/api-clients").spec.ingress[0] = {};
    },
    [
      "network-policy-forbids-open-ingress: NetworkPolicy todo/api-clients: spec.ingress[0] lets everybody in. Name the pods or networks under from, and the ports.",
    ],
  ),
  broken(
    "the internet",
    (graph) => {
      graph.props("NetworkPolicy todo/api-clients").spec.ingress[0].from = [{ ipBlock: { cidr: "0.0.0.0/0" } }];
    },
    [
      "network-policy-forbids-open-ingress: NetworkPolicy todo/api-clients: spec.ingress[0] lets everybody in. Name the pods or networks under from, and the ports.",
    ],
  ),
];
