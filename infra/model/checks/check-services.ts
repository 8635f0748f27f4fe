import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import type { ContainerResources, ServiceSpec } from "../service.ts";
import { toBytes } from "../units.ts";
import { error } from "./error.ts";

const cores = (cpu: string): number => (cpu.endsWith("m") ? Number(cpu.slice(0, -1)) / 1000 : Number(cpu));

const resourceProblems = (path: string, resources: ContainerResources): Problem[] => {
  const problems: Problem[] = [];
  if (cores(resources.cpuRequest) > cores(resources.cpuLimit))
    problems.push(
      error(
        "TP0302",
        `${path}.cpuRequest`,
        resources.cpuRequest,
        `exceeds the limit ${resources.cpuLimit}`,
        "Raise cpuLimit or lower cpuRequest.",
      ),
    );
  if (toBytes(resources.memoryRequest) > toBytes(resources.memoryLimit))
    problems.push(
      error(
        "TP0302",
        `${path}.memoryRequest`,
        resources.memoryRequest,
        `exceeds the limit ${resources.memoryLimit}`,
        "Raise memoryLimit or lower memoryRequest.",
      ),
    );
  return problems;
};

const serviceProblems = (app: string, service: ServiceSpec): Problem[] => [
  ...resourceProblems(`services.${app}.resources`, service.resources),
  ...resourceProblems(`services.${app}.sidecarResources`, service.sidecarResources),
];

/** Each app has a service and the other way round, and its numbers can be applied. */
export const checkServices = (platform: PlatformSpec): Problem[] => {
  const apps = Object.keys(platform.topology.apps);
  const services = Object.keys(platform.services);
  const known = new Set(apps);
  const served = new Set(services);
  return [
    ...apps
      .filter((app) => !served.has(app))
      .map((app) => error("TP0301", `services.${app}`, undefined, "the app has no service", `Add services["${app}"].`)),
    ...services
      .filter((app) => !known.has(app))
      .map((app) =>
        error("TP0301", `services.${app}`, app, "is no app of the topology", remedyForName(app, apps, "apps")),
      ),
    ...Object.entries(platform.services).flatMap(([app, service]) => serviceProblems(app, service)),
  ];
};
