import { DashboardBuilder, type Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder as NumberBuilder } from "@grafana/grafana-foundation-sdk/stat";
import { PanelBuilder as LinesBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import type { DashboardSpec, PanelSpec } from "./dashboard-spec.ts";

const toTarget = ({ expr, legend }: PanelSpec["queries"][number], index: number): DataqueryBuilder =>
  new DataqueryBuilder()
    .expr(expr)
    .legendFormat(legend)
    .refId(String.fromCharCode(65 + index));

/** Columns of Grafana's grid are 24. */
const toPanel = (panel: PanelSpec): NumberBuilder | LinesBuilder => {
  const targets = panel.queries.map(toTarget);
  const { title, description, unit } = panel;
  return panel.kind === "number"
    ? new NumberBuilder().title(title).description(description).unit(unit).height(4).span(8).targets(targets)
    : new LinesBuilder().title(title).description(description).unit(unit).height(8).span(12).min(0).targets(targets);
};

/** A dashboard as Grafana reads it. */
export const toGrafana = ({ uid, title, panels }: DashboardSpec): Dashboard => {
  const dashboard = new DashboardBuilder(`Todo platform: ${title}`)
    .uid(uid)
    .tags(["todo-platform", "dapr"])
    .readonly()
    .refresh("30s")
    .time({ from: "now-1h", to: "now" });
  for (const panel of panels) dashboard.withPanel(toPanel(panel));
  return dashboard.build();
};
