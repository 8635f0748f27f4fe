import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "mTLS off",
    (graph) => {
      graph.props("Release dapr-system/dapr").values.global.mtls.enabled = false;
    },
    ["dapr-release-requires-mtls: Release dapr-system/dapr: values.global.mtls.enabled is false. Set it to true."],
  ),
];
