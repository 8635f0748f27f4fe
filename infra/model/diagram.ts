import type { PlatformSpec } from "./platform-spec.ts";

const node = (kind: string, name: string): string => `${kind}_${name.replace(/[^a-zA-Z0-9]/g, "_")}`;
const label = (text: string): string => text.replaceAll('"', "#quot;");

const nodes = ({ topology }: PlatformSpec): string[] => [
  ...Object.keys(topology.apps).map((app) => `${node("app", app)}["${label(app)}"]`),
  ...Object.keys(topology.topics).map((topic) => `${node("topic", topic)}[/"${label(topic)}"/]`),
  ...Object.keys(topology.stateStores).map((store) => `${node("store", store)}[("${label(store)}")]`),
  ...Object.entries(topology.schedules ?? {}).map(
    ([name, { schedule }]) => `${node("schedule", name)}(["${label(`${name} ${schedule}`)}"])`,
  ),
  ...Object.keys(topology.bindings ?? {}).map((binding) => `${node("binding", binding)}{{"${label(binding)}"}}`),
];

const topicEdges = ({ topology }: PlatformSpec): string[] =>
  Object.entries(topology.topics).flatMap(([topic, { publishers, subscribers }]) => [
    ...publishers.map((app) => `${node("app", app)} -- publishes --> ${node("topic", topic)}`),
    ...Object.entries(subscribers).map(
      ([app, subscriber]) => `${node("topic", topic)} -- "${label(subscriber?.route ?? "")}" --> ${node("app", app)}`,
    ),
  ]);

const otherEdges = ({ topology }: PlatformSpec): string[] => [
  ...topology.invocations.map(
    ({ from, to, path }) => `${node("app", from)} -- "${label(path)}" --> ${node("app", to)}`,
  ),
  ...Object.entries(topology.stateStores).flatMap(([store, { apps }]) =>
    apps.map((app) => `${node("app", app)} -.- ${node("store", store)}`),
  ),
  ...Object.entries(topology.schedules ?? {}).map(
    ([name, { app, route }]) => `${node("schedule", name)} -- "${label(route)}" --> ${node("app", app)}`,
  ),
  ...Object.entries(topology.bindings ?? {}).flatMap(([binding, { apps }]) =>
    apps.map((app) => `${node("app", app)} -.- ${node("binding", binding)}`),
  ),
];

/** The platform as a Mermaid flowchart: apps, topics, state stores, schedules, bindings, and who uses what. */
export const toDiagram = (platform: PlatformSpec): string =>
  [
    "flowchart LR",
    ...[...nodes(platform), ...topicEdges(platform), ...otherEdges(platform)].map((line) => `  ${line}`),
  ].join("\n");
