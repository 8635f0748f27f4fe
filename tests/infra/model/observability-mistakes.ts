const observability = {
  labels: { release: "prometheus" },
  scrapeInterval: "30s",
  prometheus: { replicas: 2, retention: "168h", storage: "10Gi" },
};

/** Mistakes in what is measured, as in mistakes.ts. */
export const observabilityMistakes: [
  title: string,
  change: (platform: any) => void,
  problems: [code: string, path: string][],
][] = [
  [
    "metrics that are scraped less often than each minute",
    (p) => (p.observability = { ...observability, scrapeInterval: "90s" }),
    [["TP1001", "observability.scrapeInterval"]],
  ],
  [
    "metrics that are scraped once within the wait of an alert",
    (p) => (p.observability = { ...observability, alerts: { sidecarDown: "45s" } }),
    [["TP1001", "observability.scrapeInterval"]],
  ],
  [
    "monitors that nothing tells from others",
    (p) => (p.observability = { ...observability, labels: {} }),
    [["TP1002", "observability.labels"]],
  ],
  [
    "samples that end before the longest window",
    (p) => (p.observability = { ...observability, prometheus: { ...observability.prometheus, retention: "71h" } }),
    [["TP1003", "observability.prometheus.retention"]],
  ],
  [
    "one Prometheus for a highly available platform",
    (p) => {
      p.dapr.highAvailability = true;
      p.suppressions = [{ code: "TP0416", path: "kafka.replicationFactor", reason: "a test of Prometheus" }];
      p.observability = { ...observability, prometheus: { ...observability.prometheus, replicas: 1 } };
    },
    [
      ["TP1004", "observability.prometheus.replicas"],
      ["TP0453", "database.kind"],
    ],
  ],
  [
    "a threshold that is no share",
    (p) => (p.observability = { ...observability, alerts: { stateErrors: 5 } }),
    [["TP0108", "observability.alerts.stateErrors"]],
  ],
];
