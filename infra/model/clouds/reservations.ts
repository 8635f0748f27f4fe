import { archiverResources } from "../cnpg/archive.ts";
import { prometheusRequests } from "../observability/prometheus.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { leastReplicas } from "../scaling/scaling.ts";
import type { ContainerResources } from "../service.ts";
import { toBytes } from "../units.ts";
import type { NodeCapacity } from "./node-pool.ts";

/** What a part of the platform reserves of the nodes. */
export interface Reservation extends NodeCapacity {
  readonly part: string;
  readonly pods: number;
}

const MIB = 2 ** 20;

const millicores = (cpu: string): number => (cpu.endsWith("m") ? Number(cpu.slice(0, -1)) : Number(cpu) * 1_000);

const reserved = (
  part: string,
  pods: number,
  containers: readonly Pick<ContainerResources, "cpuRequest" | "memoryRequest">[],
): Reservation => ({
  part,
  pods,
  cpu: pods * containers.reduce((sum, { cpuRequest }) => sum + millicores(cpuRequest), 0),
  memory: pods * containers.reduce((sum, { memoryRequest }) => sum + toBytes(memoryRequest) / MIB, 0),
});

/** What the model makes reserve on the nodes: every app with its sidecar, brokers, database servers and Prometheus. */
export const reservationsOf = ({ services, kafka, database, observability }: PlatformSpec): Reservation[] => [
  ...Object.entries(services).map(([app, service]) =>
    reserved(app, leastReplicas(service), [service.resources, service.sidecarResources]),
  ),
  ...(kafka?.kind === "strimzi"
    ? [
        reserved("kafka brokers", kafka.brokers, [kafka.brokerResources]),
        reserved("kafka controllers", kafka.controllers, [kafka.controllerResources]),
      ]
    : []),
  ...(database?.kind === "cnpg"
    ? [
        reserved("postgres", database.instances, [
          database.resources,
          ...(database.backup === undefined ? [] : [archiverResources]),
        ]),
      ]
    : []),
  ...(observability?.prometheus === undefined
    ? []
    : [
        reserved("prometheus", observability.prometheus.replicas, [
          { cpuRequest: prometheusRequests.cpu, memoryRequest: prometheusRequests.memory },
        ]),
      ]),
];

/** Sum of reservations. */
export const totalOf = (reservations: readonly Reservation[]): NodeCapacity => ({
  cpu: reservations.reduce((sum, { cpu }) => sum + cpu, 0),
  memory: reservations.reduce((sum, { memory }) => sum + memory, 0),
});
