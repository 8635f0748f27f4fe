import type { ScheduleSpec } from "@todo-platform/contracts";
import type { ComponentSpec } from "./component-spec.ts";

/**
 * The cron binding of a schedule: daprd POSTs to the route at each tick, in every replica of the app.
 * Source: components-contrib bindings/cron/metadata.yaml.
 */
export const cronBinding = ({ schedule, route }: ScheduleSpec): ComponentSpec => ({
  type: "bindings.cron",
  version: "v1",
  metadata: [
    { name: "schedule", value: schedule },
    { name: "route", value: route },
    { name: "direction", value: "input" },
  ],
});
