import { broken } from "../support/broken.ts";
import { object } from "../support/graph.ts";

export const cases = [
  broken(
    "two replicas",
    (graph) => {
      graph.props("Deployment todo/worker").spec.replicas = 2;
      graph.props("Deployment todo/worker").spec.template.spec.topologySpreadConstraints = [{ maxSkew: 1 }];
      graph.props("PodDisruptionBudget todo/api").spec.selector = {};
    },
    [
      "cron-component-forbids-several-replicas: Component todo/nightly: scopes name the app of Deployment todo/worker, which runs up to 2 times. Use a job of the Scheduler, which fires once, or keep the app at one replica.",
    ],
  ),
  broken(
    "an autoscaler",
    (graph) => {
      graph.add(
        object("autoscaling/v2", "HorizontalPodAutoscaler", "todo/worker", {
          spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "worker" }, maxReplicas: 4 },
        }),
      );
      graph.props("PodDisruptionBudget todo/api").spec.selector = {};
    },
    [
      "cron-component-forbids-several-replicas: Component todo/nightly: scopes name the app of Deployment todo/worker, which runs up to 4 times. Use a job of the Scheduler, which fires once, or keep the app at one replica.",
    ],
  ),
];
