import type { Topology } from "@todo-platform/contracts";
import { remedyForName } from "../names.ts";
import type { Problem } from "../problems.ts";
import { error } from "./error.ts";

/** A route at which an app's sidecar calls it, and where the topology says so. */
interface Route {
  readonly path: string;
  readonly app: string;
  readonly route: string;
}

const topicRoutes = (topology: Topology): Route[] =>
  Object.entries(topology.topics).flatMap(([name, { subscribers }]) =>
    Object.entries(subscribers).flatMap(([app, subscriber]) => {
      const path = `topology.topics.${name}.subscribers.${app}`;
      const rules = Object.entries(subscriber?.routes ?? {});
      return [
        { path: `${path}.route`, app, route: subscriber?.route ?? "" },
        ...rules.map(([event, route]) => ({ path: `${path}.routes.${event}`, app, route: route ?? "" })),
      ];
    }),
  );

const otherRoutes = ({ deadLetters, schedules, bindings }: Topology): Route[] => [
  { path: "topology.deadLetters.route", ...deadLetters },
  ...Object.entries(schedules ?? {}).map(([name, { app, route }]) => ({
    path: `topology.schedules.${name}.route`,
    app,
    route,
  })),
  ...Object.entries(bindings ?? {}).flatMap(([name, { apps, route }]) =>
    route === undefined ? [] : apps.map((app) => ({ path: `topology.bindings.${name}.route`, app, route })),
  ),
];

const ruleProblems = (topology: Topology): Problem[] =>
  Object.entries(topology.topics).flatMap(([name, { events, subscribers }]) =>
    Object.entries(subscribers).flatMap(([app, subscriber]) =>
      Object.keys(subscriber?.routes ?? {})
        .filter((event) => !events.includes(event))
        .map((event) =>
          error(
            "TP0211",
            `topology.topics.${name}.subscribers.${app}.routes.${event}`,
            event,
            `is no event of topic "${name}", so the route is never called`,
            remedyForName(event, events, "events"),
          ),
        ),
    ),
  );

/**
 * daprd looks a dropped entry of a bulk delivery up by its place in the whole batch, but inside the list of its route, and
 * so puts another event among the dead letters. Source: dapr pkg/runtime/subscription (1.18.2).
 */
const bulkProblems = (topology: Topology): Problem[] =>
  Object.entries(topology.topics).flatMap(([name, { subscribers }]) =>
    Object.entries(subscribers).flatMap(([app, subscriber]) =>
      subscriber?.bulk === undefined || Object.keys(subscriber.routes ?? {}).length === 0
        ? []
        : [
            error(
              "TP0212",
              `topology.topics.${name}.subscribers.${app}.bulk`,
              subscriber.bulk,
              "stands beside routes by event type, where Dapr 1.18 dead-letters the wrong event of a batch",
              "Remove bulk, or take every event on one route.",
            ),
          ],
    ),
  );

/** Routes that cannot be called, or that are called for two reasons. */
export const checkRoutes = (topology: Topology): Problem[] => {
  const taken = new Map<string, string>();
  const problems = [...topicRoutes(topology), ...otherRoutes(topology)].flatMap(({ path, app, route }) => {
    if (!route.startsWith("/")) return [error("TP0205", path, route, "is no route", "Start it with '/'.")];
    const first = taken.get(`${app} ${route}`);
    if (first === undefined) {
      taken.set(`${app} ${route}`, path);
      return [];
    }
    return [
      error(
        "TP0206",
        path,
        route,
        `${app} already receives ${first} there`,
        "Give each subscription, schedule and binding of an app a route of its own.",
      ),
    ];
  });
  return [...problems, ...ruleProblems(topology), ...bulkProblems(topology)];
};
