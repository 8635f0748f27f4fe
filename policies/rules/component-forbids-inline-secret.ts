import { componentId, metadataOf } from "../pack/dapr.ts";
import { isEmpty, textOf } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";
import { holdsPassword } from "../pack/secrets.ts";
import { componentFact } from "../facts/dapr-facts.ts";

export const componentForbidsInlineSecret: Rule = {
  name: "component-forbids-inline-secret",
  refuses: "A secret that is written into a Dapr component.",
  why: "Components are read by everyone who may look at the namespace, and stand in the state and in backups.",
  source: "https://docs.dapr.io/operations/components/component-secrets/",
  severity: "critical",
  kinds: ["dapr.io/Component"],
  check: (resource) => {
    const secrets = (componentFact(componentId(resource))?.secrets ?? []).map((name) => name.toLowerCase());
    return metadataOf(resource)
      .filter(({ value }) => !isEmpty(value))
      .filter(({ name, value }) => secrets.includes(name.toLowerCase()) || holdsPassword(textOf(value)))
      .map(({ path, name }) => ({
        key: `${path}.value`,
        problem: `holds the secret ${name}`,
        remedy: "Put it into a Secret and write secretKeyRef in place of value.",
      }));
  },
};
