import { broken, containerOf, podSpecOf } from "../support/broken.ts";

export const cases = [
  broken(
    "nothing said of it",
    (graph) => {
      delete podSpecOf(graph, "StatefulSet todo/cache").securityContext.runAsNonRoot;
    },
    [
      "pod-forbids-root: StatefulSet todo/cache: spec.template.spec.containers[0].securityContext.runAsNonRoot is not true, nor is the pod's. Set it to true in the pod's securityContext.",
    ],
  ),
  broken(
    "user 0",
    (graph) => {
      containerOf(graph, "StatefulSet todo/cache").securityContext.runAsUser = 0;
    },
    [
      "pod-forbids-root: StatefulSet todo/cache: spec.template.spec.containers[0].securityContext.runAsUser is 0, here or in the pod. Use another number.",
    ],
  ),
];
