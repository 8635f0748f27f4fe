import { at, itemsOf, textOf } from "../pack/fields.ts";
import { kindOf } from "../pack/resource.ts";
import { findingIf, type Finding, type Rule } from "../pack/rule.ts";

const group = "azure-native:network:NetworkSecurityGroup";

const check = (rule: unknown, path: string): readonly Finding[] => {
  const sources = [at(rule, "sourceAddressPrefix"), ...itemsOf(at(rule, "sourceAddressPrefixes"))].map(textOf);
  const ports = [at(rule, "destinationPortRange"), ...itemsOf(at(rule, "destinationPortRanges"))].map(textOf);
  const isOpen = sources.some((source) => ["*", "Internet", "0.0.0.0/0"].includes(source));
  const isWeb = ports.every((port) => ["", "80", "443"].includes(port));
  return findingIf(
    at(rule, "access") === "Allow" && at(rule, "direction") === "Inbound" && isOpen && !isWeb,
    `${path}sourceAddressPrefix`,
    `lets the whole internet in at ${ports.filter((port) => port !== "").join(", ")}`,
    "Name the networks that need it; of the internet allow 80 and 443 only.",
  );
};

export const azureNetworkForbidsOpenPorts: Rule = {
  name: "azure-network-forbids-open-ports",
  refuses: "A network of Azure that lets the internet in at other ports than those of the web.",
  why: "SSH, databases and brokers are tried by robots within minutes.",
  source: "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
  severity: "critical",
  kinds: [group, "azure-native:network:SecurityRule"],
  check: ({ type, props }) =>
    kindOf(type) === group
      ? itemsOf(props["securityRules"]).flatMap((rule, index) => check(rule, `securityRules[${index}].`))
      : check(props, ""),
};
