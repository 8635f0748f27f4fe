import { partsOf, type StackConfig } from "./config.ts";
import { targets, type TargetSpec } from "./model/targets.ts";

/** The target's numbers with what the stack's config says otherwise. */
export const targetOf = (config: StackConfig): TargetSpec => {
  const target = { ...targets[config.target], ...partsOf(config) };
  if (!("cpuRequests" in config) || config.cpuRequests === undefined) return target;
  const { app, sidecar } = config.cpuRequests;
  return { ...target, appCpuRequest: app, sidecarCpuRequest: sidecar };
};
