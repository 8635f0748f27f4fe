import { edgeKey, type Graph, type GraphEdge, type GraphNode, type NodeKind } from "./graph.ts";
import { layOut, type Layout, type Place } from "./layout.ts";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const style = `text{font:13px system-ui,sans-serif;fill:#1f2328}.detail{font-size:11px;fill:#59636e}
.node{fill:#fff;stroke:#59636e;stroke-width:1.5}.app{fill:#ddf4ff;stroke:#0969da}.topic{fill:#fff8c5;stroke:#9a6700}
.store{fill:#dafbe1;stroke:#1a7f37}.schedule,.binding,.block{fill:#fbefff;stroke:#8250df}
.good{stroke-width:2.5}.bad{fill:#ffebe9;stroke:#cf222e;stroke-width:3.5}.sign{font-weight:700;fill:#cf222e}
.edge{fill:none;stroke:#59636e;stroke-width:1.2}.uses{stroke-dasharray:4}.head{fill:#59636e}`;

/** Words for a reader of the text alternative. */
const verbs: Readonly<Record<GraphEdge["kind"], string>> = {
  publishes: "publishes to",
  delivers: "delivers to",
  invokes: "invokes",
  uses: "uses",
  triggers: "triggers",
};

/** How a node does, and what a reader of its title is told of that. */
export interface Mark {
  readonly good: boolean;
  readonly said: string;
}

const radius: Readonly<Record<NodeKind, number>> = { app: 6, topic: 0, store: 16, schedule: 24, binding: 3, block: 3 };

const nodeShape = (node: GraphNode, { x, y, width, height }: Place, mark: Mark | undefined): string => {
  const { kind, name, detail } = node;
  const [left, top] = [x - width / 2, y - height / 2];
  const line = (text: string, dy: number, look: string): string =>
    `<text${look} x="${x}" y="${y + dy}" text-anchor="middle">${escaped(text)}</text>`;
  return [
    `<g><title>${kind} ${escaped(name)}${mark === undefined ? "" : `: ${escaped(mark.said)}`}</title>`,
    `<rect class="node ${kind}${mark === undefined ? "" : mark.good ? " good" : " bad"}" x="${left}" y="${top}" width="${width}" height="${height}" rx="${radius[kind]}"/>`,
    line(name, detail === undefined ? 4.5 : -2, ""),
    ...(detail === undefined ? [] : [line(detail, 14, ' class="detail"')]),
    // Not by its colour alone.
    ...(mark?.good === false ? [`<text class="sign" x="${left + 5}" y="${top + 14}">!</text>`] : []),
    "</g>",
  ].join("");
};

const edgeShape = (edge: GraphEdge, points: readonly { x: number; y: number }[]): string => {
  const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  const said = `${edge.from} ${verbs[edge.kind]} ${edge.to}${edge.label === "" ? "" : `: ${edge.label}`}`;
  const head = edge.kind === "uses" ? "" : ' marker-end="url(#head)"';
  return `<g><title>${escaped(said)}</title><path class="edge ${edge.kind}" d="${path}"${head}/></g>`;
};

const frame = ({ width, height }: Layout, title: string, body: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">' +
      '<path class="head" d="M0 0L8 4L0 8z"/></marker></defs>',
    // Its own ground, or dark pages would swallow the lines.
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...body,
    "</svg>",
    "",
  ].join("\n");

/**
 * A graph as an SVG picture; its parts have titles, which browsers show and screen readers read. Marks, by a node's id,
 * say how nodes do.
 */
export const toSvg = (graph: Graph, title: string, marks: ReadonlyMap<string, Mark> = new Map()): string => {
  const layout = layOut(graph);
  return frame(layout, title, [
    ...graph.edges.map((edge) => edgeShape(edge, layout.edges.get(edgeKey(edge)) ?? [])),
    ...graph.nodes.map((node) => nodeShape(node, layout.nodes.get(node.id) as Place, marks.get(node.id))),
  ]);
};
