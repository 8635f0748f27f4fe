import { broken } from "../support/broken.ts";
import { component } from "../support/good-dapr.ts";

export const cases = [
  broken(
    "a misspelt type",
    (graph) => {
      graph.add(component("files", "bindings.aws.s4", { direction: "output" }, ["api"]));
    },
    [
      "component-forbids-unknown-type: Component todo/files: spec.type is bindings.aws.s4/v1, which daprd does not have. Correct the spelling of spec.type and spec.version; a pluggable component needs an exemption.",
    ],
  ),
  broken(
    "a version that is not there",
    (graph) => {
      graph.props("Component todo/secrets").spec.version = "v9";
    },
    [
      "component-forbids-unknown-type: Component todo/secrets: spec.type is secretstores.kubernetes/v9, which daprd does not have. Correct the spelling of spec.type and spec.version; a pluggable component needs an exemption.",
    ],
  ),
];
