import { broken, containerOf } from "../support/broken.ts";

export const cases = [
  broken(
    "no version",
    (graph) => {
      containerOf(graph, "StatefulSet todo/cache").image = "registry.example.com:5000/cache";
    },
    [
      "pod-forbids-floating-images: StatefulSet todo/cache: spec.template.spec.containers[0].image is registry.example.com:5000/cache, which changes with each push. Name a release, and its digest.",
    ],
  ),
  broken(
    "version latest",
    (graph) => {
      containerOf(graph, "Job todo/migrate").image = "migrate:latest";
    },
    [
      "pod-forbids-floating-images: Job todo/migrate: spec.template.spec.containers[0].image is migrate:latest, which changes with each push. Name a release, and its digest.",
    ],
  ),
];
