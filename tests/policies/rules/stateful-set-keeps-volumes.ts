import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "volumes that go with it",
    (graph) => {
      graph.props("StatefulSet todo/cache").spec.persistentVolumeClaimRetentionPolicy.whenDeleted = "Delete";
    },
    [
      "stateful-set-keeps-volumes: StatefulSet todo/cache: spec.persistentVolumeClaimRetentionPolicy.whenDeleted is Delete. Use Retain.",
    ],
  ),
];
