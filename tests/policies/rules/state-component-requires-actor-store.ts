import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "none is for actors",
    (graph) => {
      graph.props("Component todo/store").spec.metadata[2].value = "false";
    },
    [
      'state-component-requires-actor-store: Component todo/archive: spec.metadata has no actorStateStore, and no other state store of the namespace has it. Add the entry actorStateStore with "true" to one of them.',
      'state-component-requires-actor-store: Component todo/store: spec.metadata has no actorStateStore, and no other state store of the namespace has it. Add the entry actorStateStore with "true" to one of them.',
    ],
  ),
];
