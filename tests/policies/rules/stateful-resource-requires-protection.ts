import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "not protected",
    (graph) => {
      graph.find("storage:StorageAccount backups").isProtected = false;
    },
    [
      "stateful-resource-requires-protection: storage:StorageAccount backups: protect is not set. Set protect in the resource's options.",
    ],
  ),
];
