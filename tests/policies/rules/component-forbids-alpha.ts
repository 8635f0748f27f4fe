import { broken } from "../support/broken.ts";
import { component } from "../support/good-dapr.ts";

export const cases = [
  broken(
    "a type that is alpha",
    (graph) => {
      graph.add(component("lock", "lock.redis", { redisHost: "redis:6379" }, ["api"]));
    },
    [
      "component-forbids-alpha: Component todo/lock: spec.type is lock.redis/v1, which is alpha. Use a type that is stable, or write an exemption that says why this one is worth the risk.",
    ],
  ),
];
