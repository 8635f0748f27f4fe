import { appIdOf, componentType, hasSidecar, scopesOf } from "../pack/dapr.ts";
import { servingKinds } from "../pack/pods.ts";
import { titleOf } from "../pack/resource.ts";
import type { Rule } from "../pack/rule.ts";
import { beside, mostReplicas } from "../pack/stack.ts";

export const cronComponentForbidsSeveralReplicas: Rule = {
  name: "cron-component-forbids-several-replicas",
  refuses: "A cron binding of an app that runs, or may be scaled to, several replicas.",
  why: "The schedule fires in every sidecar: what is to happen once happens as often as there are replicas.",
  source: "https://github.com/dapr/components-contrib/issues/1249",
  severity: "high",
  kinds: ["dapr.io/Component"],
  where: (resource) => componentType(resource) === "bindings.cron",
  needsStack: true,
  check: (resource, { stack }) =>
    beside(resource, stack, ...servingKinds)
      .filter(hasSidecar)
      .filter((workload) => scopesOf(resource)?.includes(appIdOf(workload)) ?? true)
      .map((workload) => ({ title: titleOf(workload), replicas: mostReplicas(workload, stack) }))
      .filter(({ replicas }) => replicas > 1)
      .map(({ title, replicas }) => ({
        key: "scopes",
        problem: `name the app of ${title}, which runs up to ${replicas} times`,
        remedy: "Use a job of the Scheduler, which fires once, or keep the app at one replica.",
      })),
};
