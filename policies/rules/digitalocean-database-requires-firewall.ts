import { itemsOf, at } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { ofKinds } from "../pack/stack.ts";

const firewall = "digitalocean:index/databaseFirewall:DatabaseFirewall";
const cluster = "digitalocean:index/databaseCluster:DatabaseCluster";

export const digitaloceanDatabaseRequiresFirewall: Rule = {
  name: "digitalocean-database-requires-firewall",
  refuses: "More database clusters of DigitalOcean than firewalls, or a firewall for the whole internet.",
  why: "A cluster without trusted sources answers every address of the internet.",
  source: "https://docs.digitalocean.com/products/databases/postgresql/how-to/secure/",
  severity: "critical",
  kinds: [cluster, firewall],
  // In a preview a firewall does not know the id of its cluster yet, so they are counted.
  needsStack: true,
  check: (resource, { stack }) => {
    if (resource.type === firewall)
      return itemsOf(resource.props["rules"]).flatMap((rule, index) =>
        findingIf(
          ["0.0.0.0/0", "::/0", "0.0.0.0"].includes(String(at(rule, "value"))),
          `rules[${index}].value`,
          "is the whole internet",
          "Name the Kubernetes cluster, with type k8s.",
        ),
      );
    return findingIf(
      ofKinds(stack, firewall).length < ofKinds(stack, cluster).length,
      "DatabaseFirewall",
      "may be missing: the stack has fewer of them than database clusters",
      "Make one for each, with the Kubernetes cluster as its one source.",
    );
  },
};
