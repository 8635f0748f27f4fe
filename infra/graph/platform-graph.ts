import type { PlatformSpec } from "../model/platform-spec.ts";
import { graphNode, nodeId, toGraph, type Graph, type GraphEdge, type GraphNode } from "./graph.ts";

type Topology = PlatformSpec["topology"];

const nodesOf = (topology: Topology): GraphNode[] => [
  ...Object.keys(topology.apps).map((app) => graphNode("app", app)),
  ...Object.keys(topology.topics).map((topic) => graphNode("topic", topic)),
  ...Object.keys(topology.stateStores).map((store) => graphNode("store", store)),
  ...Object.entries(topology.schedules ?? {}).map(([name, { schedule }]) => graphNode("schedule", name, schedule)),
  ...Object.keys(topology.bindings ?? {}).map((binding) => graphNode("binding", binding)),
  ...Object.keys(topology.buildingBlocks ?? {}).map((block) => graphNode("block", block)),
];

const topicEdges = ({ topics }: Topology): GraphEdge[] =>
  Object.entries(topics).flatMap(([topic, { publishers, subscribers }]) => [
    ...publishers.map((app): GraphEdge => ({
      from: nodeId("app", app),
      to: nodeId("topic", topic),
      kind: "publishes",
      label: "",
    })),
    ...Object.entries(subscribers).flatMap(([app, subscriber]) =>
      [subscriber?.route ?? "", ...Object.values(subscriber?.routes ?? {})].map((route): GraphEdge => ({
        from: nodeId("topic", topic),
        to: nodeId("app", app),
        kind: "delivers",
        label: route ?? "",
      })),
    ),
  ]);

const usesEdges = (
  kind: "store" | "block",
  things: Readonly<Record<string, { readonly apps: readonly string[] }>>,
): GraphEdge[] =>
  Object.entries(things).flatMap(([name, { apps }]) =>
    apps.map((app): GraphEdge => ({ from: nodeId("app", app), to: nodeId(kind, name), kind: "uses", label: "" })),
  );

const bindingEdges = ({ bindings = {} }: Topology): GraphEdge[] =>
  Object.entries(bindings).flatMap(([name, { apps, direction, route = `/${name}` }]) =>
    apps.flatMap((app): GraphEdge[] => {
      const [there, here] = [nodeId("binding", name), nodeId("app", app)];
      return [
        ...(direction.includes("output") ? [{ from: here, to: there, kind: "uses" as const, label: "" }] : []),
        ...(direction.includes("input") ? [{ from: there, to: here, kind: "triggers" as const, label: route }] : []),
      ];
    }),
  );

const callEdges = ({ invocations, schedules = {} }: Topology): GraphEdge[] => [
  ...invocations.map(({ from, to, path }): GraphEdge => ({
    from: nodeId("app", from),
    to: nodeId("app", to),
    kind: "invokes",
    label: path,
  })),
  ...Object.entries(schedules).map(([name, { app, route }]): GraphEdge => ({
    from: nodeId("schedule", name),
    to: nodeId("app", app),
    kind: "triggers",
    label: route,
  })),
];

/** The graph of a platform's model: apps, topics, state stores, schedules, bindings, other building blocks. */
export const platformGraph = ({ topology }: Pick<PlatformSpec, "topology">): Graph =>
  toGraph(nodesOf(topology), [
    ...topicEdges(topology),
    ...usesEdges("store", topology.stateStores),
    ...usesEdges("block", topology.buildingBlocks ?? {}),
    ...bindingEdges(topology),
    ...callEdges(topology),
  ]);
