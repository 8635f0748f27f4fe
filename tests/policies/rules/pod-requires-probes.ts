import { broken, containerOf } from "../support/broken.ts";

export const cases = [
  broken(
    "no liveness probe",
    (graph) => {
      delete containerOf(graph, "StatefulSet todo/cache").livenessProbe;
    },
    [
      "pod-requires-probes: StatefulSet todo/cache: spec.template.spec.containers[0].livenessProbe is not set. Ask a route that answers quickly; the liveness probe one that needs no other server.",
    ],
  ),
];
