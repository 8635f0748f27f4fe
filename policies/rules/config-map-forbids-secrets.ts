import { fieldsOf, textOf } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";
import { holdsPassword, holdsPrivateKey } from "../pack/secrets.ts";

export const configMapForbidsSecrets: Rule = {
  name: "config-map-forbids-secrets",
  refuses: "A ConfigMap that holds a private key or an address with a password.",
  why: "ConfigMaps are read by everyone who may look at the namespace, and are not encrypted with the Secrets.",
  source: "https://kubernetes.io/docs/concepts/configuration/configmap/",
  severity: "critical",
  kinds: ["core/ConfigMap"],
  check: ({ props }) =>
    Object.entries(fieldsOf(props["data"]))
      .filter(([, value]) => holdsPassword(textOf(value)) || holdsPrivateKey(textOf(value)))
      .map(([key]) => ({ key: `data["${key}"]`, problem: "holds a secret", remedy: "Put it into a Secret." })),
};
