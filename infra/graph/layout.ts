import * as dagre from "@dagrejs/dagre";
import { edgeKey, type Graph } from "./graph.ts";

/** A place in the picture, in pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a node's middle is, and how large it is; in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing without its look. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** By a node's id. */
  readonly nodes: ReadonlyMap<string, Place>;
  /** Points of each edge, by its key. */
  readonly edges: ReadonlyMap<string, readonly Point[]>;
}

/** What is used of dagre: its own declarations do not resolve in ECMAScript modules. */
interface Dagre {
  readonly Graph: new (options: { multigraph: boolean }) => LayoutGraph;
  readonly layout: (graph: LayoutGraph) => void;
}
interface LayoutGraph {
  setGraph(label: object): void;
  setNode(id: string, label: object): void;
  setEdge(from: string, to: string, label: object, name: string): void;
  node(id: string): Place;
  edge(from: string, to: string, name: string): { readonly points: readonly Point[] };
}
const { Graph: LayeredGraph, layout } = dagre as unknown as Dagre;

const margin = 16;
const letterWidth = 7.2;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** How wide a node with this text is. */
const widthOf = (text: string): number => Math.ceil(text.length * letterWidth) + 28;

/** Lays a graph out from left to right: the Sugiyama method of dagre, the same for the same graph. */
export const layOut = ({ nodes, edges }: Graph): Layout => {
  const graph = new LayeredGraph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 30, ranksep: 90 });
  for (const { id, name, detail } of nodes) {
    const width = Math.max(widthOf(name), detail === undefined ? 0 : widthOf(detail));
    graph.setNode(id, { width, height: detail === undefined ? 34 : 48 });
  }
  for (const edge of edges) graph.setEdge(edge.from, edge.to, {}, edgeKey(edge));
  layout(graph);
  const places = nodes.map(({ id }): [string, Place] => [id, graph.node(id)]);
  const lines = edges.map((edge): [string, readonly Point[]] => [
    edgeKey(edge),
    graph.edge(edge.from, edge.to, edgeKey(edge)).points,
  ]);
  return framed(places, lines);
};

/** Moves everything into the picture: dagre counts nodes only, and its lines may leave the frame. */
const framed = (places: readonly [string, Place][], lines: readonly [string, readonly Point[]][]): Layout => {
  const corners = [
    ...places.flatMap(([, { x, y, width, height }]) => [
      { x: x - width / 2, y: y - height / 2 },
      { x: x + width / 2, y: y + height / 2 },
    ]),
    ...lines.flatMap(([, points]) => points),
  ];
  if (corners.length === 0) return { width: 0, height: 0, nodes: new Map(), edges: new Map() };
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  const moved = ({ x, y }: Point): Point => ({ x: rounded(x - left), y: rounded(y - top) });
  return {
    width: Math.ceil(Math.max(...xs) + margin - left),
    height: Math.ceil(Math.max(...ys) + margin - top),
    nodes: new Map(places.map(([id, { width, height, ...middle }]) => [id, { ...moved(middle), width, height }])),
    edges: new Map(lines.map(([key, points]) => [key, points.map(moved)])),
  };
};
