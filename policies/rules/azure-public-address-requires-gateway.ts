import { findingIf, type Rule } from "../pack/rule.ts";
import { ofKinds } from "../pack/stack.ts";

/** What may have a public address. */
const gateways = [
  "azure-native:network:NatGateway",
  "azure-native:network:ApplicationGateway",
  "azure-native:network:AzureFirewall",
  "azure-native:network:LoadBalancer",
  "azure-native:network:BastionHost",
];
const address = "azure-native:network:PublicIPAddress";

export const azurePublicAddressRequiresGateway: Rule = {
  name: "azure-public-address-requires-gateway",
  refuses: "More public addresses of Azure than gateways that need one.",
  why: "An address that is left over is soon that of a machine, past the gateway and its rules.",
  source: "https://learn.microsoft.com/azure/security/benchmark/azure/mcsb-network-security",
  severity: "medium",
  kinds: [address],
  needsStack: true,
  check: (_resource, { stack }) =>
    findingIf(
      ofKinds(stack, address).length > ofKinds(stack, ...gateways).length,
      "publicIpAddressName",
      "may belong to no gateway: the stack has more addresses than gateways",
      "Remove it, or give it to a NAT gateway, an application gateway or a firewall.",
    ),
};
