import { broken, containerOf } from "../support/broken.ts";

export const cases = [
  broken(
    "a port of the node",
    (graph) => {
      containerOf(graph, "StatefulSet todo/cache").ports[0].hostPort = 6379;
    },
    [
      "pod-forbids-host-ports: StatefulSet todo/cache: spec.template.spec.containers[0].ports[0].hostPort is 6379. Remove it, and reach the pod by a Service.",
    ],
  ),
];
