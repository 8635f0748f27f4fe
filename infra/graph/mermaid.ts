import { edgeKey, type Graph, type GraphEdge, type GraphNode, type NodeKind } from "./graph.ts";
import type { Fate, GraphDiff } from "./graph-diff.ts";

const escaped = (text: string): string =>
  text.replaceAll("&", "#amp;").replaceAll('"', "#quot;").replaceAll("<", "#lt;");

/** Names of a platform's parts hold signs that end a name in Mermaid, so these are spelled out. */
const named = (id: string): string =>
  id
    .replace(/[^a-zA-Z0-9:]/g, (sign) => (sign === "-" ? "_" : `_${sign.codePointAt(0)?.toString(16)}_`))
    .replace(":", "_");

const shapes: Readonly<Record<NodeKind, readonly [string, string]>> = {
  app: ["[", "]"],
  topic: ["[/", "/]"],
  store: ["[(", ")]"],
  schedule: ["([", "])"],
  binding: ["{{", "}}"],
  block: ["[[", "]]"],
};

const mark = (fate: Fate | undefined): string => (fate === undefined || fate === "same" ? "" : `:::${fate}`);

const nodeLine = ({ id, kind, name, detail }: GraphNode, fate?: Fate): string => {
  const [open, close] = shapes[kind];
  const text = detail === undefined ? name : `${name} ${detail}`;
  return `${named(id)}${open}"${escaped(text)}"${close}${mark(fate)}`;
};

const arrow = ({ kind, label }: GraphEdge): string => {
  if (kind === "uses") return "-.-";
  const text = kind === "publishes" ? "publishes" : label;
  return text === "" ? "-->" : `-- "${escaped(text)}" -->`;
};

const edgeLine = (edge: GraphEdge): string => `${named(edge.from)} ${arrow(edge)} ${named(edge.to)}`;

const lines = (body: readonly string[]): string => ["flowchart LR", ...body.map((line) => `  ${line}`)].join("\n");

/** A graph as a Mermaid flowchart. */
export const toMermaid = ({ nodes, edges }: Graph): string =>
  lines([...nodes.map((node) => nodeLine(node)), ...edges.map(edgeLine)]);

const colours: Readonly<Record<Exclude<Fate, "same">, string>> = {
  added: "#1a7f37",
  removed: "#cf222e",
  changed: "#9a6700",
};

/** A difference as a flowchart: what is added is green, what is removed red and dashed, what changed yellow. */
export const toMermaidDiff = ({ graph: { nodes, edges }, fates }: GraphDiff): string => {
  const marked = edges.flatMap((edge, index) => {
    const fate = fates.get(edgeKey(edge));
    if (fate === undefined || fate === "same") return [];
    const dash = fate === "removed" ? ",stroke-dasharray:4" : "";
    return [`linkStyle ${index} stroke:${colours[fate]},stroke-width:2px${dash}`];
  });
  const used = new Set(fates.values());
  const classes = Object.entries(colours)
    .filter(([fate]) => used.has(fate as Fate))
    .map(
      ([fate, colour]) =>
        `classDef ${fate} stroke:${colour},stroke-width:3px${fate === "removed" ? ",stroke-dasharray:4" : ""}`,
    );
  return lines([
    ...nodes.map((node) => nodeLine(node, fates.get(node.id))),
    ...edges.map(edgeLine),
    ...classes,
    ...marked,
  ]);
};
