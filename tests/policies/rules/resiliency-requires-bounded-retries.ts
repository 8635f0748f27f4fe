import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a retry for ever",
    (graph) => {
      graph.props("Resiliency todo/apps").spec.policies.retries.inbound.maxRetries = -1;
    },
    [
      "resiliency-requires-bounded-retries: Resiliency todo/apps: spec.policies.retries.inbound.maxRetries is without bound. Set a number, such as 5.",
    ],
  ),
  broken(
    "a retry without a number",
    (graph) => {
      delete graph.props("Resiliency todo/apps").spec.policies.retries.outbound.maxRetries;
    },
    [
      "resiliency-requires-bounded-retries: Resiliency todo/apps: spec.policies.retries.outbound.maxRetries is not set, which means for ever. Set a number, such as 5.",
    ],
  ),
];
