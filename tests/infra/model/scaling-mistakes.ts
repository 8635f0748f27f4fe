const by = (kind: "cpu" | "lag") => (kind === "cpu" ? { kind, utilization: 70 } : { kind, records: 100 });

/** Mistakes in how apps scale, as in mistakes.ts. */
export const scalingMistakes: [
  title: string,
  change: (platform: any) => void,
  problems: [code: string, path: string][],
][] = [
  [
    "fewest replicas above the most",
    (p) => (p.services["todo-frontend"].scaling = { minReplicas: 4, maxReplicas: 2, by: by("cpu") }),
    [["TP1011", "services.todo-frontend.scaling.minReplicas"]],
  ],
  [
    "an app that reads no topic and scales by lag",
    (p) => (p.services["todo-frontend"].scaling = { minReplicas: 1, maxReplicas: 2, by: by("lag") }),
    [["TP1012", "services.todo-frontend.scaling.by.kind"]],
  ],
  [
    "more replicas at a peak than partitions",
    (p) => (p.services["audit-service"].scaling = { minReplicas: 1, maxReplicas: 4, by: by("lag") }),
    [
      ["TP0401", "kafka.partitions"],
      ["TP0401", "kafka.partitions"],
      ["TP0401", "kafka.partitions"],
      ["TP0452", "database.owners[1].connectionLimit"],
    ],
  ],
  [
    "more connections at a peak than the database allows",
    (p) => {
      p.kafka.partitions = 12;
      p.services["event-service"].scaling = { minReplicas: 1, maxReplicas: 12, by: by("lag") };
    },
    [["TP0404", "components.statestore.metadata.maxConns"]],
  ],
  [
    // 17 pods: one of each of eight apps, a second backend, and one more of each during a rollout; 65m and 384Mi each.
    "a quota that is just too small for a rollout",
    (p) => (p.scheduling = { quota: { cpu: "1104m", memory: "6527Mi", pods: 16 } }),
    [
      ["TP1013", "scheduling.quota.cpu"],
      ["TP1013", "scheduling.quota.memory"],
      ["TP1013", "scheduling.quota.pods"],
    ],
  ],
  [
    "a scaler of an unknown kind",
    (p) => (p.services["todo-frontend"].scaling = { minReplicas: 1, maxReplicas: 2, by: { kind: "memory" } }),
    [["TP0106", "services.todo-frontend.scaling.by.kind"]],
  ],
];
