import { broken, podSpecOf } from "../support/broken.ts";

export const cases = [
  broken(
    "a folder of the node",
    (graph) => {
      podSpecOf(graph, "Job todo/migrate").volumes[0] = { name: "tmp", hostPath: { path: "/var/lib/kubelet" } };
    },
    [
      "pod-forbids-host-paths: Job todo/migrate: spec.template.spec.volumes[0].hostPath is a folder of the node. Use an emptyDir or a PersistentVolumeClaim.",
    ],
  ),
];
