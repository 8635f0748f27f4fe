import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "an address without a gateway",
    (graph) => {
      graph.remove("network:NatGateway nat");
    },
    [
      "azure-public-address-requires-gateway: network:PublicIPAddress egress: publicIpAddressName may belong to no gateway: the stack has more addresses than gateways. Remove it, or give it to a NAT gateway, an application gateway or a firewall.",
    ],
  ),
];
