import { broken, containerOf } from "../support/broken.ts";

export const cases = [
  broken(
    "nothing said of it",
    (graph) => {
      delete containerOf(graph, "Job todo/migrate").securityContext.allowPrivilegeEscalation;
    },
    [
      "pod-forbids-privilege-escalation: Job todo/migrate: spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation is not false. Set it to false.",
    ],
  ),
];
