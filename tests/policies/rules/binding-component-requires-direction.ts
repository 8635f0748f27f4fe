import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no direction",
    (graph) => {
      graph.props("Component todo/nightly").spec.metadata.splice(1, 1);
    },
    [
      'binding-component-requires-direction: Component todo/nightly: spec.metadata has no direction. Add the entry direction with "input", "output" or "input, output".',
    ],
  ),
];
