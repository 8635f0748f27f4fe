/** Kinds of nodes, in the order in which they are listed. */
export const nodeKinds = ["app", "topic", "store", "schedule", "binding", "block"] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** Kinds of edges: what one node does with another. */
export const edgeKinds = ["publishes", "delivers", "invokes", "uses", "triggers"] as const;
export type EdgeKind = (typeof edgeKinds)[number];

/** An app, or something that apps use. */
export interface GraphNode {
  /** `<kind>:<name>`. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** What else is worth reading, such as when a schedule fires. @default nothing */
  readonly detail?: string;
}

/** Who does what with whom; in the direction in which data or calls go. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Routes or paths, those of one pair together. */
  readonly label: string;
}

/** A platform as nodes and edges, in a stable order: equal platforms give equal graphs. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export const nodeId = (kind: NodeKind, name: string): string => `${kind}:${name}`;

/** A node of a kind. */
export const graphNode = (kind: NodeKind, name: string, detail?: string): GraphNode => ({
  id: nodeId(kind, name),
  kind,
  name,
  ...(detail === undefined ? {} : { detail }),
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byKind = (a: GraphNode, b: GraphNode): number =>
  nodeKinds.indexOf(a.kind) - nodeKinds.indexOf(b.kind) || compare(a.name, b.name);

/** What identifies an edge: its label may change. */
export const edgeKey = ({ from, to, kind }: GraphEdge): string => `${from} ${kind} ${to}`;

const together = (edges: readonly GraphEdge[]): GraphEdge[] =>
  [...Map.groupBy(edges, edgeKey).values()].map((same) => {
    const labels = [...new Set(same.map(({ label }) => label).filter((label) => label !== ""))].sort(compare);
    return { ...(same[0] as GraphEdge), label: labels.join(", ") };
  });

const byEnds = (a: GraphEdge, b: GraphEdge): number =>
  edgeKinds.indexOf(a.kind) - edgeKinds.indexOf(b.kind) || compare(a.from, b.from) || compare(a.to, b.to);

/** A graph in its stable order; edges between the same nodes become one, and an edge without its nodes is left out. */
export const toGraph = (nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Graph => {
  const known = new Map(nodes.map((node) => [node.id, node]));
  return {
    nodes: [...known.values()].sort(byKind),
    edges: together(edges.filter(({ from, to }) => known.has(from) && known.has(to))).sort(byEnds),
  };
};
