import { at, fieldsOf, isEmpty } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

/** Annotations that keep a load balancer inside. Source: the clouds' load balancer controllers. */
const internal: Readonly<Record<string, string>> = {
  "service.beta.kubernetes.io/azure-load-balancer-internal": "true",
  "service.beta.kubernetes.io/do-loadbalancer-network": "INTERNAL",
  "networking.gke.io/load-balancer-type": "Internal",
  "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal",
};

export const serviceForbidsOpenLoadBalancers: Rule = {
  name: "service-forbids-open-load-balancers",
  refuses: "A Service with a public address for the whole internet.",
  why: "Brokers, databases and apps are then one flaw away from everybody; only the gateway is meant to be.",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer",
  severity: "high",
  kinds: ["core/Service"],
  check: ({ props }) => {
    const annotations = fieldsOf(at(props, "metadata", "annotations"));
    const isInternal = Object.entries(internal).some(([key, value]) => annotations[key] === value);
    return findingIf(
      at(props, "spec", "type") === "LoadBalancer" &&
        !isInternal &&
        isEmpty(at(props, "spec", "loadBalancerSourceRanges")),
      "spec.type",
      "is LoadBalancer, for every address of the internet",
      "Use ClusterIP behind a Gateway, the cloud's annotation for an internal one, or loadBalancerSourceRanges.",
    );
  },
};
