import type { ScheduleSpec } from "@todo-platform/contracts";
import type { ComponentSpec } from "./component-spec.ts";
import { component } from "./define-component.ts";

/**
 * The cron binding of a schedule: daprd POSTs to the route at each tick, in every replica of the app.
 * Source: components-contrib bindings/cron/metadata.yaml.
 */
export const cronBinding = ({ schedule, route }: ScheduleSpec): ComponentSpec =>
  component("bindings.cron/v1", { metadata: { schedule, route, direction: "input" } });
