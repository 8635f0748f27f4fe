import type { DashboardSpec } from "../model/dashboards/dashboard-spec.ts";
import { dashboardsOf } from "../model/dashboards/dashboards.ts";
import { metricSources } from "../model/observability/metric-sources.ts";
import { targets } from "../model/targets.ts";
import { todoPlatform } from "../model/todo.ts";
import { code, pageHead, table } from "./markdown.ts";

const section = ({ uid, title, panels }: DashboardSpec): string => {
  const rows = panels.map((panel) => [
    panel.title,
    panel.description,
    panel.queries.map(({ expr }) => code(expr)).join(", "),
    [...new Set(panel.metrics.map((name) => metricSources[name].exporter))].join(", "),
  ]);
  return `## ${title} (\`${uid}\`)\n\n${table(["panel", "what it shows", "queries", "told by"], rows)}`;
};

/** The page of every dashboard and its queries. */
export const dashboardsReference = (): string =>
  [
    pageHead("Dashboards"),
    "Tests ask a real Prometheus each query of what `prometheus`, `daprd`, `app` and `jmx-exporter` tell, the long tests " +
      "those of `cloudnative-pg`. Those of `kafka-exporter` are only parsed, by promtool: no registry that the tests reach has it.",
    ...dashboardsOf(todoPlatform(targets.aks)).map(section),
    "",
  ].join("\n\n");
