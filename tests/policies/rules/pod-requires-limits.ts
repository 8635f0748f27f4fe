import { broken, containerOf, podSpecOf } from "../support/broken.ts";

export const cases = [
  broken(
    "no limit of memory",
    (graph) => {
      delete containerOf(graph, "StatefulSet todo/cache").resources.limits;
    },
    [
      "pod-requires-limits: StatefulSet todo/cache: spec.template.spec.containers[0].resources.limits.memory is not set. Set what the container needs; measure it where nobody knows.",
    ],
  ),
  broken(
    "nothing at all, of a container that runs before",
    (graph) => {
      podSpecOf(graph, "Job todo/migrate").initContainers = [
        { ...containerOf(graph, "Job todo/migrate"), resources: {} },
      ];
    },
    [
      "pod-requires-limits: Job todo/migrate: spec.template.spec.initContainers[0].resources.limits.memory is not set. Set what the container needs; measure it where nobody knows.",
      "pod-requires-limits: Job todo/migrate: spec.template.spec.initContainers[0].resources.requests.cpu is not set. Set what the container needs; measure it where nobody knows.",
      "pod-requires-limits: Job todo/migrate: spec.template.spec.initContainers[0].resources.requests.memory is not set. Set what the container needs; measure it where nobody knows.",
    ],
  ),
];
