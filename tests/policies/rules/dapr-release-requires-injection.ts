import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "pods without a sidecar let pass",
    (graph) => {
      graph.props("Release dapr-system/dapr").values.dapr_sidecar_injector.webhookFailurePolicy = "Ignore";
    },
    [
      "dapr-release-requires-injection: Release dapr-system/dapr: values.dapr_sidecar_injector.webhookFailurePolicy is not Fail. Set it to Fail, with an objectSelector so that only apps wait for the injector.",
    ],
  ),
];
