import type { Exemption } from "../../../policies/pack/exemption.ts";
import type { Graph } from "./graph.ts";

/** The good stack broken in one place, and all that the pack then says. */
export interface Broken {
  readonly title: string;
  readonly break: (graph: Graph) => void;
  /** Everything: `rule: message`. */
  readonly violations: readonly string[];
  readonly exemptions: readonly Exemption[];
}

/** A case of a rule. */
export const broken = (
  title: string,
  breakIt: Broken["break"],
  violations: readonly string[],
  exemptions: readonly Exemption[] = [],
): Broken => ({ title, break: breakIt, violations, exemptions });

/** The annotations of an app's pods. */
export const annotationsOf = (graph: Graph, app: string): Record<string, string> =>
  graph.props(`Deployment todo/${app}`).spec.template.metadata.annotations;

/** The spec of a workload's pods. */
export const podSpecOf = (graph: Graph, title: string): any => graph.props(title).spec.template.spec;

/** The first container of a workload's pods. */
export const containerOf = (graph: Graph, title: string): any => podSpecOf(graph, title).containers[0];
