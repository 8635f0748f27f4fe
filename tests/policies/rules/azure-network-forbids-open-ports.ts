import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "SSH",
    (graph) => {
      graph.props("network:NetworkSecurityGroup nodes").securityRules[0].destinationPortRange = "22";
    },
    [
      "azure-network-forbids-open-ports: network:NetworkSecurityGroup nodes: securityRules[0].sourceAddressPrefix lets the whole internet in at 22. Name the networks that need it; of the internet allow 80 and 443 only.",
    ],
  ),
];
