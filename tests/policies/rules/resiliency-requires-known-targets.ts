import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "an app that is not there",
    (graph) => {
      graph.props("Resiliency todo/apps").spec.targets.apps.apu = { retry: "outbound", timeout: "general" };
    },
    [
      "resiliency-requires-known-targets: Resiliency todo/apps: spec.targets.apps.apu is for none of the apps of the namespace. Use one of api, worker.",
    ],
  ),
  broken(
    "a component that is not there",
    (graph) => {
      graph.props("Resiliency todo/apps").spec.targets.components.event = {};
    },
    [
      "resiliency-requires-known-targets: Resiliency todo/apps: spec.targets.components.event is for none of the components of the namespace. Use one of archive, events, nightly, secrets, store.",
    ],
  ),
];
