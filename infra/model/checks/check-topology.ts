import type { InvocationSpec, Topology } from "@todo-platform/contracts";
import { remedyForName } from "../names.ts";
import type { Problem } from "../problems.ts";
import { error } from "./error.ts";

const usersOf = (
  path: string,
  parts: { readonly [name: string]: { readonly apps: readonly string[] } },
): [path: string, app: string][] =>
  Object.entries(parts).flatMap(([name, { apps }]) =>
    apps.map((app, index): [string, string] => [`${path}.${name}.apps[${index}]`, app]),
  );

/** Every place of a topology that names an app. */
const appReferences = (topology: Topology): [path: string, app: string][] => [
  ...Object.entries(topology.topics).flatMap(([name, topic]): [string, string][] => [
    ...topic.publishers.map((app, index): [string, string] => [`topology.topics.${name}.publishers[${index}]`, app]),
    ...Object.keys(topic.subscribers).map((app): [string, string] => [
      `topology.topics.${name}.subscribers.${app}`,
      app,
    ]),
  ]),
  ["topology.deadLetters.app", topology.deadLetters.app],
  ...topology.invocations.flatMap((call, index): [string, string][] => [
    [`topology.invocations[${index}].from`, call.from],
    [`topology.invocations[${index}].to`, call.to],
  ]),
  ...Object.entries(topology.schedules ?? {}).map(([name, { app }]): [string, string] => [
    `topology.schedules.${name}.app`,
    app,
  ]),
  ...usersOf("topology.stateStores", topology.stateStores),
  ...usersOf("topology.secrets", topology.secrets),
  ...usersOf("topology.bindings", topology.bindings ?? {}),
  ...usersOf("topology.buildingBlocks", topology.buildingBlocks ?? {}),
];

const unknownApps = (topology: Topology): Problem[] => {
  const known = Object.keys(topology.apps);
  const names = new Set(known);
  return appReferences(topology)
    .filter(([, app]) => !names.has(app))
    .map(([path, app]) => error("TP0201", path, app, "is no app of the topology", remedyForName(app, known, "apps")));
};

const topicProblems = (topology: Topology): Problem[] => {
  const owners = new Map<string, string>();
  return Object.entries(topology.topics).flatMap(([name, topic]) => {
    const path = `topology.topics.${name}`;
    const problems: Problem[] = [];
    if (topic.publishers.length === 0)
      problems.push(
        error(
          "TP0202",
          `${path}.publishers`,
          [],
          "nobody publishes to this topic",
          "Name a publisher or remove the topic.",
        ),
      );
    if (Object.keys(topic.subscribers).length === 0)
      problems.push(
        error(
          "TP0203",
          `${path}.subscribers`,
          {},
          "nobody receives this topic",
          "Name a subscriber or remove the topic.",
        ),
      );
    topic.events.forEach((event, index) => {
      const other = owners.get(event);
      if (other !== undefined)
        problems.push(
          error(
            "TP0204",
            `${path}.events[${index}]`,
            event,
            `is already published to "${other}"`,
            "Publish an event to one topic, and let both readers subscribe to it.",
          ),
        );
      else owners.set(event, name);
    });
    return problems;
  });
};

const invocationProblems = (call: InvocationSpec, index: number): Problem[] => {
  const path = `topology.invocations[${index}]`;
  const problems: Problem[] = [];
  if (call.from === call.to)
    problems.push(
      error("TP0207", path, call.from, "an app calls itself", "Remove it: a call within an app needs no sidecar."),
    );
  if (!call.path.startsWith("/") || call.path.replace(/\/\*\*?$/, "").includes("*"))
    problems.push(
      error(
        "TP0208",
        `${path}.path`,
        call.path,
        "is no path that an access rule can hold",
        "Start with '/'; '*' and '**' may stand only as the last segment.",
      ),
    );
  if (call.verbs.length === 0)
    problems.push(error("TP0209", `${path}.verbs`, [], "allows no verb", "List the HTTP verbs that are called."));
  return problems;
};

const repeatedInvocations = (topology: Topology): Problem[] => {
  const first = new Map<string, number>();
  return topology.invocations.flatMap((call, index) => {
    const key = `${call.from} ${call.to} ${call.path}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, index);
      return [];
    }
    return [
      error(
        "TP0210",
        `topology.invocations[${index}]`,
        call.path,
        `repeats topology.invocations[${other}]; Dapr keeps one rule for a path`,
        "Put the verbs of both into one.",
      ),
    ];
  });
};

/** The path up to its wildcard, without a slash at the end. */
const fixedPart = (path: string): string => path.replace(/\/\*{0,2}$/, "");

/**
 * Dapr stops at the first rule on the way down a path, so that a rule for `/api` decides for all below it, too.
 * Source: dapr pkg/config/acl_trie.go, Search (1.18.2).
 */
const hiddenInvocations = (topology: Topology): Problem[] =>
  topology.invocations.flatMap((call, index) => {
    const above = topology.invocations.findIndex(
      ({ from, to, path }) =>
        from === call.from &&
        to === call.to &&
        !path.endsWith("*") &&
        `${fixedPart(call.path)}/`.startsWith(`${path}/`),
    );
    const hiding = topology.invocations[above];
    if (hiding === undefined || hiding.path === call.path) return [];
    return [
      error(
        "TP0213",
        `topology.invocations[${index}].path`,
        call.path,
        `is never looked at: Dapr takes the rule for ${hiding.path} (topology.invocations[${above}]) for all below it`,
        `Declare "${hiding.path}/**" once, with the verbs of both: it covers ${hiding.path} itself, too.`,
      ),
    ];
  });

/** Who talks to whom: names that do not exist, topics that lead nowhere, routes and calls that cannot work. */
export const checkTopology = (topology: Topology): Problem[] => [
  ...unknownApps(topology),
  ...topicProblems(topology),
  ...topology.invocations.flatMap(invocationProblems),
  ...repeatedInvocations(topology),
  ...hiddenInvocations(topology),
];
