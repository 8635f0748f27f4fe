import { todoTopology } from "@todo-platform/contracts";
import type { AppId, Topology } from "@todo-platform/contracts";
import { mountEvents } from "./mount-events.ts";
import type { MountEventsOptions } from "./mount-events.ts";

const topics: Topology["topics"] = todoTopology.topics;

/** Routes of single event types of `appId`, each with the route of the topic's other events. */
export function rulesOf(appId: AppId): { rule: string; route: string }[] {
  return Object.values(topics).flatMap(({ subscribers }) => {
    const { route = "", routes = {} } = subscribers[appId] ?? {};
    return Object.values(routes).flatMap((rule) => (rule === undefined ? [] : [{ rule, route }]));
  });
}

/**
 * As {@link mountEvents}, for an app whose topology names routes of single event types: what comes there is treated as
 * on the route of its topic, where the proof of a delivery path and events of no rule come. An event that a wrong rule
 * sends to another's route still reaches the handler of its own type.
 */
export function mountRoutedEvents<App extends AppId>(options: MountEventsOptions<App>): void {
  for (const { rule, route } of rulesOf(options.appId)) {
    options.app.post(rule, (request, _response, next) => {
      request.url = route;
      next();
    });
  }
  mountEvents(options);
}
