import { at, isEmpty } from "../pack/fields.ts";
import { podOf } from "../pack/pods.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const workloadSpreadsReplicas: Rule = {
  name: "workload-spreads-replicas",
  refuses: "Several replicas that may all run on one node.",
  why: "They end together with it, which is what they are several for.",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
  severity: "medium",
  kinds: ["apps/Deployment", "apps/StatefulSet"],
  where: ({ props }) => Number(at(props, "spec", "replicas") ?? 1) > 1,
  check: (resource) => {
    const { path, spec } = podOf(resource);
    return findingIf(
      isEmpty(spec["topologySpreadConstraints"]) && isEmpty(at(spec, "affinity", "podAntiAffinity")),
      `${path}.topologySpreadConstraints`,
      "is empty, and there is no podAntiAffinity",
      "Spread the pods over kubernetes.io/hostname and topology.kubernetes.io/zone.",
    );
  },
};
