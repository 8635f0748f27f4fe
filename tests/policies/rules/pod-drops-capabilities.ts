import { broken, containerOf } from "../support/broken.ts";

export const cases = [
  broken(
    "none dropped",
    (graph) => {
      containerOf(graph, "StatefulSet todo/cache").securityContext.capabilities = {};
    },
    [
      'pod-drops-capabilities: StatefulSet todo/cache: spec.template.spec.containers[0].securityContext.capabilities.drop does not have ALL. Set it to ["ALL"].',
    ],
  ),
  broken(
    "one added",
    (graph) => {
      containerOf(graph, "StatefulSet todo/cache").securityContext.capabilities.add = ["SYS_ADMIN", "NET_BIND_SERVICE"];
    },
    [
      "pod-drops-capabilities: StatefulSet todo/cache: spec.template.spec.containers[0].securityContext.capabilities.add has SYS_ADMIN. Add NET_BIND_SERVICE at most.",
    ],
  ),
];
