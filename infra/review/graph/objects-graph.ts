import {
  graphNode,
  nodeId,
  toGraph,
  type Graph,
  type GraphEdge,
  type GraphNode,
  type NodeKind,
} from "../../graph/graph.ts";
import { allowedCalls } from "../effects/access-rules.ts";
import { configurationOf } from "../effects/configurations.ts";
import { topicScopes } from "../effects/topic-scopes.ts";
import { blockOf, type DaprComponent } from "../objects/dapr-component.ts";
import { appsOf, deliveriesOf, type Inventory } from "../objects/inventory.ts";

const kindOf = (component: DaprComponent): NodeKind | undefined => {
  const block = blockOf(component);
  if (component.type === "bindings.cron") return "schedule";
  if (block === "state") return "store";
  if (block === "bindings") return "binding";
  // Pub/sub is drawn by its topics, and secrets are read by nearly everybody.
  return ["pubsub", "secretstores", "middleware", "nameresolution"].includes(block) ? undefined : "block";
};

const edge = (kind: GraphEdge["kind"], from: string, to: string, label = ""): GraphEdge => ({ from, to, kind, label });

const componentParts = (inventory: Inventory): { nodes: GraphNode[]; edges: GraphEdge[] } => {
  const parts = [...inventory.components.values()].flatMap((component) => {
    const kind = kindOf(component);
    if (kind === undefined) return [];
    const { name, metadata } = component;
    const node = graphNode(kind, name, kind === "schedule" ? metadata.get("schedule") : undefined);
    const direction = kind === "schedule" ? "input" : kind === "binding" ? (metadata.get("direction") ?? "") : "output";
    const route = metadata.get("route") ?? `/${name}`;
    const edges = appsOf(component, inventory).flatMap((app) => [
      ...(direction.includes("output") ? [edge("uses", nodeId("app", app), node.id)] : []),
      ...(direction.includes("input") ? [edge("triggers", node.id, nodeId("app", app), route)] : []),
    ]);
    return [{ node, edges }];
  });
  return { nodes: parts.map(({ node }) => node), edges: parts.flatMap(({ edges }) => edges) };
};

const topicParts = (inventory: Inventory): { nodes: GraphNode[]; edges: GraphEdge[] } => {
  const deliveries = [...deliveriesOf(inventory).values()];
  const letters = new Set(deliveries.map(({ deadLetter }) => deadLetter).filter((topic) => topic !== undefined));
  const publishers = [...inventory.components.values()]
    .filter((component) => blockOf(component) === "pubsub")
    .flatMap((component) => {
      const scopes = topicScopes(component.metadata.get("publishingScopes"));
      return [...(scopes ?? [])].flatMap(([app, topics]) => topics.map((topic) => ({ app, topic })));
    });
  const topics = new Set(
    [...deliveries, ...publishers].map(({ topic }) => topic).filter((topic) => !letters.has(topic)),
  );
  const drawn = <T extends { topic: string }>(list: readonly T[]): T[] => list.filter(({ topic }) => topics.has(topic));
  return {
    nodes: [...topics].map((topic) => graphNode("topic", topic)),
    edges: [
      ...drawn(publishers).map(({ app, topic }) => edge("publishes", nodeId("app", app), nodeId("topic", topic))),
      ...drawn(deliveries).flatMap(({ app, topic, routes }) =>
        routes.map(({ path }) => edge("delivers", nodeId("topic", topic), nodeId("app", app), path)),
      ),
    ],
  };
};

const invocations = (inventory: Inventory): GraphEdge[] =>
  [...inventory.apps.keys()].flatMap((app) =>
    allowedCalls(configurationOf(app, inventory)).map((call) => {
      const [caller = "", , path = ""] = call.split(" ");
      return edge("invokes", nodeId("app", caller), nodeId("app", app), path);
    }),
  );

/** The graph of a platform's objects: what may talk to what. Dead-letter topics are left out, as in the model's graph. */
export const objectsGraph = (inventory: Inventory): Graph => {
  const [components, topics] = [componentParts(inventory), topicParts(inventory)];
  return toGraph(
    [...[...inventory.apps.keys()].map((app) => graphNode("app", app)), ...components.nodes, ...topics.nodes],
    [...components.edges, ...topics.edges, ...invocations(inventory)],
  );
};
