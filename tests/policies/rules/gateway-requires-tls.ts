import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "without TLS only",
    (graph) => {
      graph.props("Gateway todo/web").spec.listeners.splice(1, 1);
    },
    [
      "gateway-requires-tls: Gateway todo/web: spec.listeners has no listener with TLS. Add one with protocol HTTPS and a certificate, and send HTTP there.",
    ],
  ),
];
