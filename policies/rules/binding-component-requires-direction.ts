import { componentType, metadataItem } from "../pack/dapr.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const bindingComponentRequiresDirection: Rule = {
  name: "binding-component-requires-direction",
  refuses: "A binding that does not say whether it is for input or output.",
  why: "The sidecar then asks the app with OPTIONS for a route of the binding's name at each start, and waits for its answer.",
  source:
    "https://docs.dapr.io/developing-applications/building-blocks/bindings/bindings-overview/#binding-directions-optional",
  severity: "low",
  kinds: ["dapr.io/Component"],
  where: (resource) => componentType(resource).startsWith("bindings."),
  check: (resource) =>
    findingIf(
      metadataItem(resource, "direction") === undefined,
      "spec.metadata",
      "has no direction",
      'Add the entry direction with "input", "output" or "input, output".',
    ),
};
