import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "errors ignored",
    (graph) => {
      graph.props("Component todo/archive").spec.ignoreErrors = true;
    },
    [
      "component-forbids-ignored-errors: Component todo/archive: spec.ignoreErrors is true, so an app starts without the component. Remove it, and give the component an initTimeout that its server needs.",
    ],
  ),
];
