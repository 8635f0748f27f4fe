import { broken, containerOf } from "../support/broken.ts";

export const cases = [
  broken(
    "a root that can be written",
    (graph) => {
      containerOf(graph, "StatefulSet todo/cache").securityContext.readOnlyRootFilesystem = false;
    },
    [
      "pod-requires-read-only-root: StatefulSet todo/cache: spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem is not true. Set it to true, and mount an emptyDir where the app writes.",
    ],
  ),
];
