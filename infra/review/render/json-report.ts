import { edgeKey } from "../../graph/graph.ts";
import type { ReviewReport } from "../report.ts";

/** A report as scripts read it: the fields are a promise. */
export const jsonReport = ({ graph, packs, ...report }: ReviewReport): Readonly<Record<string, unknown>> => ({
  ...report,
  packs: packs ?? null,
  graph: {
    nodes: graph.graph.nodes.map((node) => ({ ...node, fate: graph.fates.get(node.id) ?? "same" })),
    edges: graph.graph.edges.map((edge) => ({ ...edge, fate: graph.fates.get(edgeKey(edge)) ?? "same" })),
  },
});
