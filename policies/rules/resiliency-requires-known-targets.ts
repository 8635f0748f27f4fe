import { appIdOf, hasSidecar } from "../pack/dapr.ts";
import { at, fieldsOf } from "../pack/fields.ts";
import { servingKinds } from "../pack/pods.ts";
import type { Rule } from "../pack/rule.ts";
import { beside, nameOf } from "../pack/stack.ts";

export const resiliencyRequiresKnownTargets: Rule = {
  name: "resiliency-requires-known-targets",
  refuses: "A Resiliency for an app or a component that is not there.",
  why: "Dapr ignores a target that it does not know: what is meant goes without retry, timeout and circuit breaker.",
  source: "https://docs.dapr.io/operations/resiliency/targets/",
  severity: "medium",
  kinds: ["dapr.io/Resiliency"],
  needsStack: true,
  check: (resource, { stack }) => {
    const known = {
      apps: beside(resource, stack, ...servingKinds)
        .filter(hasSidecar)
        .map(appIdOf),
      components: beside(resource, stack, "dapr.io/Component").map(nameOf),
    };
    return (["apps", "components"] as const).flatMap((list) =>
      Object.keys(fieldsOf(at(resource.props, "spec", "targets", list)))
        .filter((name) => known[list].length > 0 && !known[list].includes(name))
        .map((name) => ({
          key: `spec.targets.${list}.${name}`,
          problem: `is for none of the ${list} of the namespace`,
          remedy: `Use one of ${known[list].sort().join(", ")}.`,
        })),
    );
  },
};
