import { containerRule } from "../pack/container-rule.ts";
import { at, isEmpty } from "../pack/fields.ts";

/** A CPU limit is left to the team: it slows an app down where there is CPU to spare. */
const wanted = [
  ["requests", "cpu"],
  ["requests", "memory"],
  ["limits", "memory"],
] as const;

export const podRequiresLimits = containerRule(
  {
    name: "pod-requires-limits",
    refuses: "A container that reserves nothing, or may take all memory of its node.",
    why: "A node then takes more pods than it can run, and ends one of them, which need not be the guilty one.",
    source: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    severity: "high",
  },
  ({ path, fields }) =>
    wanted
      .filter(([list, resource]) => isEmpty(at(fields, "resources", list, resource)))
      .map(([list, resource]) => ({
        key: `${path}.resources.${list}.${resource}`,
        problem: "is not set",
        remedy: "Set what the container needs; measure it where nobody knows.",
      })),
);
