import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "not protected",
    (graph) => {
      graph.find("CustomResourceDefinition kafkas.kafka.strimzi.io").isProtected = false;
    },
    [
      "custom-resource-definition-requires-protection: CustomResourceDefinition kafkas.kafka.strimzi.io: protect is not set. Set protect and retainOnDelete in the resource's options.",
    ],
  ),
];
