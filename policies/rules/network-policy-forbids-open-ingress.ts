import { at, isEmpty, itemsOf } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

const isEverywhere = (peer: unknown): boolean => ["0.0.0.0/0", "::/0"].includes(String(at(peer, "ipBlock", "cidr")));

export const networkPolicyForbidsOpenIngress: Rule = {
  name: "network-policy-forbids-open-ingress",
  refuses: "A NetworkPolicy that lets everybody in at every port, or the whole internet at any.",
  why: "One such rule undoes every other policy for the same pods: policies only ever add.",
  source: "https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-ingress-traffic",
  severity: "high",
  kinds: ["networking.k8s.io/NetworkPolicy"],
  check: ({ props }) =>
    itemsOf(at(props, "spec", "ingress"))
      .map((rule, index) => ({ rule, key: `spec.ingress[${index}]` }))
      .filter(
        ({ rule }) =>
          (isEmpty(at(rule, "from")) && isEmpty(at(rule, "ports"))) || itemsOf(at(rule, "from")).some(isEverywhere),
      )
      .map(({ key }) => ({
        key,
        problem: "lets everybody in",
        remedy: "Name the pods or networks under from, and the ports.",
      })),
};
