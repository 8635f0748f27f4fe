import type { CheckDoc } from "./check-doc.ts";

/** Scaling and scheduling. */
export const tp10Scaling: readonly CheckDoc[] = [
  {
    code: "TP1011",
    severity: "error",
    title: "Fewest replicas above the most",
    pain: "The scaler is refused by the API server or does nothing, and the app keeps what it had.",
    language: "ts",
    wrong: "scaling: { minReplicas: 5, maxReplicas: 3, … }",
    right: "scaling: { minReplicas: 2, maxReplicas: 6, … }",
  },
  {
    code: "TP1012",
    severity: "error",
    title: "An app that reads nothing scales by what it has not read",
    pain: "KEDA finds no consumer group, and the app stays at its fewest replicas whatever comes.",
    language: "ts",
    wrong: 'scaling: { by: { kind: "lag", records: 100 }, … }   // of an app without a subscription',
    right: 'scaling: { by: { kind: "cpu", utilization: 70 }, … }',
  },
  {
    code: "TP1013",
    severity: "error",
    title: "A quota that a rollout or a peak exceeds",
    pain: "The pods that are one too many are refused without a word in the Deployment: a rollout hangs, a peak is not met.",
    language: "ts",
    wrong: 'quota: { cpu: "1", memory: "1Gi", pods: 5 }',
    right: 'quota: { cpu: "8", memory: "16Gi", pods: 40 }',
  },
];
