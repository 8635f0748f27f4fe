import { broken, podSpecOf } from "../support/broken.ts";

export const cases = [
  broken(
    "no filter",
    (graph) => {
      delete podSpecOf(graph, "StatefulSet todo/cache").securityContext.seccompProfile;
    },
    [
      "pod-requires-seccomp: StatefulSet todo/cache: spec.template.spec.containers[0].securityContext.seccompProfile.type is not RuntimeDefault, nor is the pod's. Set it to RuntimeDefault in the pod's securityContext.",
    ],
  ),
];
