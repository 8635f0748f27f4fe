import { hasSidecar, isSet } from "../pack/dapr.ts";
import { textOf } from "../pack/fields.ts";
import { podOf, servingKinds } from "../pack/pods.ts";
import type { Rule } from "../pack/rule.ts";

export const sidecarForbidsDebugging: Rule = {
  name: "sidecar-forbids-debugging",
  refuses: "A sidecar that is open for debugging.",
  why: "Debug logs hold what passes through, and the debugger and the profiler answer whoever reaches their port.",
  source: "https://docs.dapr.io/reference/arguments-annotations-overview/",
  severity: "medium",
  kinds: servingKinds,
  where: hasSidecar,
  check: (resource) => {
    const pod = podOf(resource);
    const debugs = textOf(pod.annotations["dapr.io/log-level"]).toLowerCase() === "debug" ? ["log-level"] : [];
    const open = ["enable-debug", "enable-profiling"].filter((key) => isSet(pod, key));
    return [...debugs, ...open].map((key) => ({
      key: `${pod.annotationsPath}["dapr.io/${key}"]`,
      problem: `is ${String(pod.annotations[`dapr.io/${key}`])}`,
      remedy: "Remove it.",
    }));
  },
};
