import { containerRule } from "../pack/container-rule.ts";
import { isEmpty } from "../pack/fields.ts";
import { servingKinds } from "../pack/pods.ts";

export const podRequiresProbes = containerRule(
  {
    name: "pod-requires-probes",
    refuses: "A container that serves and is never asked whether it does.",
    why: "Requests go to it before it is ready, and one that hangs is neither taken out nor restarted.",
    source: "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
    severity: "medium",
  },
  ({ path, fields }) =>
    // Those that run before it end by themselves.
    (path.includes(".initContainers[") ? [] : ["readinessProbe", "livenessProbe"])
      .filter((probe) => isEmpty(fields[probe]))
      .map((probe) => ({
        key: `${path}.${probe}`,
        problem: "is not set",
        remedy: "Ask a route that answers quickly; the liveness probe one that needs no other server.",
      })),
  servingKinds,
);
