import { at, fieldsOf } from "../pack/fields.ts";
import type { Finding, Rule } from "../pack/rule.ts";

const finding = (key: string): Finding => ({
  key,
  problem: "has a retry and no timeout",
  remedy: "Name a policy of spec.policies.timeouts, such as 30s.",
});

/** Targets that try again, and after what time they give up one try. */
const targets = (props: unknown): [string, unknown][] => [
  ...Object.entries(fieldsOf(at(props, "spec", "targets", "apps"))).map(([app, target]): [string, unknown] => [
    `spec.targets.apps.${app}`,
    target,
  ]),
  ...Object.entries(fieldsOf(at(props, "spec", "targets", "components"))).flatMap(([name, component]) =>
    ["inbound", "outbound"].map((way): [string, unknown] => [
      `spec.targets.components.${name}.${way}`,
      at(component, way),
    ]),
  ),
];

export const resiliencyRequiresTimeouts: Rule = {
  name: "resiliency-requires-timeouts",
  refuses: "A retry whose single tries may take for ever.",
  why: "A call that hangs is no failure to a retry: the caller waits with it.",
  source: "https://docs.dapr.io/operations/resiliency/policies/timeouts/",
  severity: "medium",
  kinds: ["dapr.io/Resiliency"],
  check: ({ props }) =>
    targets(props)
      .filter(([, target]) => at(target, "retry") !== undefined && at(target, "timeout") === undefined)
      .map(([key]) => finding(key)),
};
