import { componentScopes } from "../dapr/component-scopes.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { mostReplicas } from "../scaling/scaling.ts";
import { error } from "./error.ts";

/** State in the memory of a sidecar: no other replica sees it, and no restart outlives it. */
export const checkInMemory = (platform: PlatformSpec): Problem[] => {
  const scopes = componentScopes(platform);
  const stores = Object.entries(platform.components).filter(([, spec]) => spec.type === "state.in-memory");
  return stores.flatMap(([name]) => [
    ...(scopes.get(name) ?? []).flatMap((app) => {
      const replicas = mostReplicas(platform.services[app]);
      if (replicas <= 1) return [];
      return [
        error(
          "TP0439",
          `services.${app}.replicas`,
          replicas,
          `keep their state in ${name}, which is the memory of each sidecar: no replica sees what another has saved`,
          "Use one replica, or a state store that all of them reach.",
        ),
      ];
    }),
    ...(platform.dapr.highAvailability
      ? [
          error(
            "TP0440",
            `components.${name}`,
            "state.in-memory",
            "loses all state with each restart of a sidecar",
            "Use a state store of its own, or set dapr.highAvailability to false for development.",
          ),
        ]
      : []),
  ]);
};
