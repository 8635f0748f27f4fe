import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a public address",
    (graph) => {
      graph.props("Service todo/web").spec.type = "LoadBalancer";
    },
    [
      "service-forbids-open-load-balancers: Service todo/web: spec.type is LoadBalancer, for every address of the internet. Use ClusterIP behind a Gateway, the cloud's annotation for an internal one, or loadBalancerSourceRanges.",
    ],
  ),
];
