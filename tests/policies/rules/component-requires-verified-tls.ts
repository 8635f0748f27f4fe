import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "TLS off",
    (graph) => {
      graph.props("Component todo/store").spec.metadata[1].value = "false";
    },
    [
      "component-requires-verified-tls: Component todo/store: spec.metadata[1].value sets enableTLS to false. Use TLS, and give the component the certificate of the authority that signed the server's.",
    ],
  ),
  broken(
    "a certificate that nobody checks",
    (graph) => {
      graph.props("Component todo/events").spec.metadata.push({ name: "skipVerify", value: "true" });
    },
    [
      "component-requires-verified-tls: Component todo/events: spec.metadata[8].value sets skipVerify to true. Use TLS, and give the component the certificate of the authority that signed the server's.",
    ],
  ),
];
