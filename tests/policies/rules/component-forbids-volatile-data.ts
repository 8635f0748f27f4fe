import { broken } from "../support/broken.ts";
import { component } from "../support/good-dapr.ts";

export const cases = [
  broken(
    "state in memory",
    (graph) => {
      graph.add(component("drafts", "state.in-memory", {}, ["api"]));
    },
    [
      "component-forbids-volatile-data: Component todo/drafts: spec.type is state.in-memory, whose data end with the pod. Use a server of its own.",
    ],
  ),
];
