import type { CheckDoc } from "./check-doc.ts";

/** Observability. */
export const tp10: readonly CheckDoc[] = [
  {
    code: "TP1001",
    severity: "error",
    title: "Metrics are scraped too seldom for the alerts",
    pain: "A rate over five minutes needs several samples; with fewer it is empty, and its alert never fires.",
    language: "ts",
    wrong: 'observability: { scrapeInterval: "2m", … }',
    right: 'observability: { scrapeInterval: "30s", … }',
  },
  {
    code: "TP1002",
    severity: "error",
    title: "Monitors without a label to find them by",
    pain: "Two platforms on a cluster scrape each other, and each alert is told twice; or a Prometheus with a selector finds nothing.",
    language: "ts",
    wrong: "observability: { labels: {}, … }",
    right: 'observability: { labels: { release: "prometheus" }, … }',
  },
  {
    code: "TP1003",
    severity: "error",
    title: "Samples end before the longest window of a service level",
    pain: "The alert for a slow burn looks back three days; it would silently look at less.",
    language: "ts",
    wrong: 'prometheus: { retention: "24h", … }',
    right: 'prometheus: { retention: "168h", … }',
  },
  {
    code: "TP1004",
    severity: "warning",
    title: "One Prometheus watches a highly available platform",
    pain: "A node upgrade restarts it, and what happens meanwhile is told to nobody.",
    language: "ts",
    wrong: "prometheus: { replicas: 1, … }",
    right: "prometheus: { replicas: 2, … }",
  },
];
