import { componentType, metadataItem } from "../pack/dapr.ts";
import { textOf } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const kafkaComponentRequiresAuthentication: Rule = {
  name: "kafka-component-requires-authentication",
  refuses: "A Kafka component that does not say who it is.",
  why: "A broker that takes anybody gives everybody every topic.",
  source: "https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-apache-kafka/#authentication",
  severity: "high",
  kinds: ["dapr.io/Component"],
  where: (resource) => /^(pubsub|bindings)\.kafka$/.test(componentType(resource)),
  check: (resource) => {
    const item = metadataItem(resource, "authType");
    return findingIf(
      item === undefined || /^(none|noauth)?$/i.test(textOf(item.value)),
      item === undefined ? "spec.metadata" : `${item.path}.value`,
      item === undefined ? "has no authType" : "is no authentication",
      "Set authType to password (SCRAM), mtls, oidc or awsiam, with a user for each app.",
    );
  },
};
