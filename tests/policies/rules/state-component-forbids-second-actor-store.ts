import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "two stores for one app",
    (graph) => {
      graph.props("Component todo/archive").spec.metadata.push({ name: "actorStateStore", value: "true" });
      graph.props("Component todo/archive").scopes = ["api"];
    },
    [
      "state-component-forbids-second-actor-store: Component todo/archive: spec.metadata[1].value is true, and so it is of store, for the same apps. Leave actorStateStore to one of them, or give them scopes that do not meet.",
      "state-component-forbids-second-actor-store: Component todo/store: spec.metadata[2].value is true, and so it is of archive, for the same apps. Leave actorStateStore to one of them, or give them scopes that do not meet.",
    ],
  ),
];
