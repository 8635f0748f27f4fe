import { broken, containerOf } from "../support/broken.ts";

export const cases = [
  broken(
    "a privileged container",
    (graph) => {
      containerOf(graph, "Job todo/migrate").securityContext.privileged = true;
    },
    [
      "pod-forbids-privileged-containers: Job todo/migrate: spec.template.spec.containers[0].securityContext.privileged is true. Remove it, and add the one capability that is needed.",
    ],
  ),
];
