import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no policy that refuses",
    (graph) => {
      graph.remove("NetworkPolicy todo/deny-ingress");
    },
    [
      'namespace-requires-network-policy: Namespace todo: metadata.name has no NetworkPolicy that refuses what is not allowed. Make one with podSelector {} and policyTypes ["Ingress"], and one for each allowed way.',
    ],
  ),
];
