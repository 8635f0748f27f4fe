import { broken, containerOf } from "../support/broken.ts";

export const cases = [
  broken(
    "a tag alone",
    (graph) => {
      containerOf(graph, "Job todo/migrate").image = "registry.example.com:5000/migrate:1.4.2";
    },
    [
      "pod-requires-image-digests: Job todo/migrate: spec.template.spec.containers[0].image is registry.example.com:5000/migrate:1.4.2, without a digest. Add @sha256: and the digest that was tested.",
    ],
  ),
];
