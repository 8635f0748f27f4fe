import { differs } from "../pack/fields.ts";
import { isOfChart, releaseKinds, valueOf } from "../pack/releases.ts";
import type { Rule } from "../pack/rule.ts";

const wanted = [
  ["tls", "enabled"],
  ["auth", "sasl", "enabled"],
  ["config", "cluster", "kafka_enable_authorization"],
];

export const redpandaReleaseRequiresSecurity: Rule = {
  name: "redpanda-release-requires-security",
  refuses: "A Redpanda cluster without TLS, authentication or access control.",
  why: "Its chart leaves the last two off: everybody in the cluster then reads and deletes every topic.",
  source: "https://docs.redpanda.com/current/manage/kubernetes/security/",
  severity: "critical",
  kinds: releaseKinds,
  where: (resource) => isOfChart(resource, "redpanda"),
  check: (resource) =>
    wanted
      .filter((path) => differs(valueOf(resource, ...path), true))
      .map((path) => ({ key: `values.${path.join(".")}`, problem: "is not true", remedy: "Set it to true." })),
};
