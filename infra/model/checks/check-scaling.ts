import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import type { QuotaSpec } from "../scaling/scaling.ts";
import { mostReplicas } from "../scaling/scaling.ts";
import { topicsOf } from "../scaling/scalers.ts";
import { toBytes } from "../units.ts";
import { error } from "./error.ts";

const cores = (cpu: string): number => (cpu.endsWith("m") ? Number(cpu.slice(0, -1)) / 1000 : Number(cpu));

const rangeProblems = (platform: PlatformSpec): Problem[] =>
  Object.entries(platform.services).flatMap(([app, { scaling }]) => {
    if (scaling === undefined) return [];
    const path = `services.${app}.scaling`;
    const problems: Problem[] = [];
    if (scaling.minReplicas > scaling.maxReplicas)
      problems.push(
        error(
          "TP1011",
          `${path}.minReplicas`,
          scaling.minReplicas,
          `is more than maxReplicas (${scaling.maxReplicas})`,
          "Lower minReplicas or raise maxReplicas.",
        ),
      );
    if (scaling.by.kind === "lag" && (platform.kafka === undefined || topicsOf(platform, app).length === 0))
      problems.push(
        error(
          "TP1012",
          `${path}.by.kind`,
          "lag",
          platform.kafka === undefined ? "needs Kafka, and the platform has none" : `${app} reads no topic`,
          'Scale by { kind: "cpu", utilization: 70 }.',
        ),
      );
    return problems;
  });

/** What all apps reserve at most: every replica, and one more of each app while a new version comes. */
const reserved = (platform: PlatformSpec): { cpu: number; memory: number; pods: number } => {
  const parts = Object.values(platform.services).map((service) => {
    const pods = mostReplicas(service) + 1;
    const containers = [service.resources, service.sidecarResources];
    return {
      pods,
      cpu: pods * containers.reduce((sum, { cpuRequest }) => sum + cores(cpuRequest), 0),
      memory: pods * containers.reduce((sum, { memoryRequest }) => sum + toBytes(memoryRequest), 0),
    };
  });
  const sum = (part: "cpu" | "memory" | "pods"): number => parts.reduce((total, each) => total + each[part], 0);
  return { cpu: sum("cpu"), memory: sum("memory"), pods: sum("pods") };
};

const quotaProblems = (platform: PlatformSpec, quota: QuotaSpec): Problem[] => {
  const needed = reserved(platform);
  const mebibytes = Math.ceil(needed.memory / 1024 ** 2);
  const short = (field: keyof QuotaSpec, least: string): Problem =>
    error(
      "TP1013",
      `scheduling.quota.${field}`,
      quota[field],
      "does not suffice for every app at its most replicas and one more of each during a rollout",
      `Allow at least ${least}.`,
    );
  return [
    // Tenths of a millicore that adding leaves over are none.
    ...(cores(quota.cpu) < needed.cpu - 1e-6 ? [short("cpu", `${Math.ceil(needed.cpu * 1000 - 1e-3)}m`)] : []),
    ...(toBytes(quota.memory) < needed.memory ? [short("memory", `${mebibytes}Mi`)] : []),
    ...(quota.pods < needed.pods ? [short("pods", String(needed.pods))] : []),
  ];
};

/** Whether the apps can scale as they are told to, within what their namespace may reserve. */
export const checkScaling = (platform: PlatformSpec): Problem[] => {
  const quota = platform.scheduling?.quota;
  return [...rangeProblems(platform), ...(quota === undefined ? [] : quotaProblems(platform, quota))];
};
