import { at, isEmpty, itemsOf } from "../pack/fields.ts";
import { podKinds } from "../pack/pods.ts";
import { kindOf, namespaceOf, type Resource } from "../pack/resource.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { nameOf, ofKinds } from "../pack/stack.ts";

/** Whether a policy refuses everything that comes in to every pod. */
const deniesIngress = ({ props }: Resource): boolean =>
  isEmpty(at(props, "spec", "podSelector")) &&
  itemsOf(at(props, "spec", "policyTypes")).includes("Ingress") &&
  isEmpty(at(props, "spec", "ingress"));

export const namespaceRequiresNetworkPolicy: Rule = {
  name: "namespace-requires-network-policy",
  refuses: "A namespace whose pods everybody in the cluster reaches.",
  why: "Without a policy a captured pod of any team talks to every database and sidecar.",
  source: "https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-traffic",
  severity: "high",
  kinds: ["core/Namespace"],
  needsStack: true,
  check: (resource, { stack }) => {
    const inside = stack.filter((other) => namespaceOf(other) === nameOf(resource));
    const hasPods = inside.some(({ type }) => podKinds.includes(kindOf(type)));
    return findingIf(
      hasPods && !ofKinds(inside, "networking.k8s.io/NetworkPolicy").some(deniesIngress),
      "metadata.name",
      "has no NetworkPolicy that refuses what is not allowed",
      'Make one with podSelector {} and policyTypes ["Ingress"], and one for each allowed way.',
    );
  },
};
