import { broken, containerOf } from "../support/broken.ts";

export const cases = [
  broken(
    "a variable that is a secret",
    (graph) => {
      containerOf(graph, "Job todo/migrate").env.push({ name: "DB_PASSWORD", value: "not-a-password" });
    },
    [
      "pod-forbids-inline-secrets: Job todo/migrate: spec.template.spec.containers[0].env[1].value holds the secret DB_PASSWORD. Put it into a Secret and use valueFrom.secretKeyRef.",
    ],
  ),
  broken(
    "an address with a password",
    (graph) => {
      containerOf(graph, "Job todo/migrate").env.push({ name: "BROKER", value: "amqps://todo:not-a-password@mq" });
    },
    [
      "pod-forbids-inline-secrets: Job todo/migrate: spec.template.spec.containers[0].env[1].value holds the secret BROKER. Put it into a Secret and use valueFrom.secretKeyRef.",
    ],
  ),
];
