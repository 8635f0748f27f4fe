import { containerRule } from "../pack/container-rule.ts";
import { at, itemsOf, textOf } from "../pack/fields.ts";
import { findingIf } from "../pack/rule.ts";
import { holdsPassword, holdsPrivateKey } from "../pack/secrets.ts";

/** Names of variables that hold a secret, and no path or name of one. */
const secretName = /(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CONNECTION_?STRING)$/i;

export const podForbidsInlineSecrets = containerRule(
  {
    name: "pod-forbids-inline-secrets",
    refuses: "A secret that is written into a pod.",
    why: "Pods are read by everyone who may look at the namespace, and the value stands in the state and in each crash report.",
    source: "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
    severity: "critical",
  },
  ({ path, fields }) =>
    itemsOf(fields["env"]).flatMap((variable, index) => {
      const [name, value] = [textOf(at(variable, "name")), textOf(at(variable, "value"))];
      const isSecret = value !== "" && (secretName.test(name) || holdsPassword(value) || holdsPrivateKey(value));
      return findingIf(
        isSecret,
        `${path}.env[${index}].value`,
        `holds the secret ${name}`,
        "Put it into a Secret and use valueFrom.secretKeyRef.",
      );
    }),
);
