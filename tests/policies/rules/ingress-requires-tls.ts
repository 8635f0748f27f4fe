import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "without TLS",
    (graph) => {
      graph.props("Ingress todo/web").spec.tls = [];
    },
    ["ingress-requires-tls: Ingress todo/web: spec.tls is empty. Name the hosts and their certificate's Secret."],
  ),
];
