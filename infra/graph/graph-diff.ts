import { edgeKey, toGraph, type Graph, type GraphEdge, type GraphNode } from "./graph.ts";

/** What became of a node or an edge. */
export type Fate = "added" | "removed" | "changed" | "same";

/** Two graphs laid over each other. */
export interface GraphDiff {
  readonly graph: Graph;
  /** By a node's id, or an edge's key. */
  readonly fates: ReadonlyMap<string, Fate>;
}

const fatesOf = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): [string, Fate][] => [
  ...[...before].map(([key, was]): [string, Fate] => {
    const is = after.get(key);
    if (is === undefined) return [key, "removed"];
    return [key, JSON.stringify(was) === JSON.stringify(is) ? "same" : "changed"];
  }),
  ...[...after.keys()].filter((key) => !before.has(key)).map((key): [string, Fate] => [key, "added"]),
];

const byId = (nodes: readonly GraphNode[]): Map<string, GraphNode> => new Map(nodes.map((node) => [node.id, node]));
const byKey = (edges: readonly GraphEdge[]): Map<string, GraphEdge> =>
  new Map(edges.map((edge) => [edgeKey(edge), edge]));

/** Everything of both graphs, as it is afterwards, and what became of it. */
export const diffGraphs = (before: Graph, after: Graph): GraphDiff => {
  const [nodes, nodesNow] = [byId(before.nodes), byId(after.nodes)];
  const [edges, edgesNow] = [byKey(before.edges), byKey(after.edges)];
  return {
    graph: toGraph([...new Map([...nodes, ...nodesNow]).values()], [...new Map([...edges, ...edgesNow]).values()]),
    fates: new Map([...fatesOf(nodes, nodesNow), ...fatesOf(edges, edgesNow)]),
  };
};

/** Only what changed, and the nodes at the ends of what changed. */
export const changedPart = ({ graph, fates }: GraphDiff): GraphDiff => {
  const changed = (key: string): boolean => fates.get(key) !== "same";
  const edges = graph.edges.filter((edge) => changed(edgeKey(edge)));
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { graph: { nodes: graph.nodes.filter(({ id }) => changed(id) || ends.has(id)), edges }, fates };
};
