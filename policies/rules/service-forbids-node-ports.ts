import { at } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const serviceForbidsNodePorts: Rule = {
  name: "service-forbids-node-ports",
  refuses: "A Service that answers on a port of every node.",
  why: "It is open to whoever reaches a node, without TLS, and past the gateway and its limits.",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport",
  severity: "medium",
  kinds: ["core/Service"],
  check: ({ props }) =>
    findingIf(at(props, "spec", "type") === "NodePort", "spec.type", "is NodePort", "Use ClusterIP behind a Gateway."),
};
