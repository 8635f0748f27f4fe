import { podKinds, podOf } from "../pack/pods.ts";
import type { Rule } from "../pack/rule.ts";
import { knownAnnotations } from "../facts/dapr-facts.ts";

export const sidecarForbidsUnknownAnnotations: Rule = {
  name: "sidecar-forbids-unknown-annotations",
  refuses: "An annotation of Dapr that its injector does not read.",
  why: "A misspelt annotation is ignored without a word: the limit, token or probe that it means is not there.",
  source: "https://docs.dapr.io/reference/arguments-annotations-overview/",
  severity: "high",
  kinds: podKinds,
  check: (resource) => {
    const { annotations, annotationsPath } = podOf(resource);
    return Object.keys(annotations)
      .filter((key) => key.startsWith("dapr.io/") && !knownAnnotations.has(key))
      .map((key) => ({
        key: `${annotationsPath}["${key}"]`,
        problem: "is no annotation of Dapr",
        remedy: "Correct its spelling, or remove it.",
      }));
  },
};
