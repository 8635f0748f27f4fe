import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a private key",
    (graph) => {
      graph.props("ConfigMap todo/settings").data["tls.key"] = "-----BEGIN EC PRIVATE KEY-----\nnone\n";
    },
    ['config-map-forbids-secrets: ConfigMap todo/settings: data["tls.key"] holds a secret. Put it into a Secret.'],
  ),
];
