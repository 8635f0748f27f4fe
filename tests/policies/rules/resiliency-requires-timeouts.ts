import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a call without timeout",
    (graph) => {
      delete graph.props("Resiliency todo/apps").spec.targets.apps.api.timeout;
    },
    [
      "resiliency-requires-timeouts: Resiliency todo/apps: spec.targets.apps.api has a retry and no timeout. Name a policy of spec.policies.timeouts, such as 30s.",
    ],
  ),
  broken(
    "a delivery without timeout",
    (graph) => {
      delete graph.props("Resiliency todo/apps").spec.targets.components.events.inbound.timeout;
    },
    [
      "resiliency-requires-timeouts: Resiliency todo/apps: spec.targets.components.events.inbound has a retry and no timeout. Name a policy of spec.policies.timeouts, such as 30s.",
    ],
  ),
];
