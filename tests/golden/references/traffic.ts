import type { GoldenObject } from "../objects.ts";
import type { Broken } from "./dapr.ts";
import type { Inventory } from "./inventory.ts";
import { listens, selected } from "./pods.ts";

const nothing = (path: string, selector: object): Broken => [path, `pods with ${JSON.stringify(selector)}`];

const ofService = ({ metadata, spec }: GoldenObject, { pods }: Inventory): Broken[] => {
  const found = selected(pods, metadata.namespace ?? "default", { matchLabels: spec.selector });
  if (found.length === 0) return [nothing("spec.selector", spec.selector)];
  return spec.ports
    .map(({ port, targetPort = port }: { port: number; targetPort?: number | string }) => targetPort)
    .filter((port: number | string) => !listens(found, port))
    .map((port: number | string) => ["spec.ports", `port ${port}`]);
};

const ofPolicy = ({ metadata, spec }: GoldenObject, { pods, has }: Inventory): Broken[] => {
  const namespace = metadata.namespace ?? "default";
  const found = selected(pods, namespace, spec.podSelector);
  const all = Object.keys(spec.podSelector).length === 0;
  const rules: { from?: any[]; ports?: { port: number | string }[] }[] = spec.ingress ?? [];
  return [
    ...(found.length > 0 || all ? [] : [nothing("spec.podSelector", spec.podSelector)]),
    ...rules.flatMap(({ from = [], ports = [] }) => [
      ...ports
        .filter(({ port }) => found.length > 0 && !listens(found, port))
        .map(({ port }): Broken => ["spec.ingress.ports", `port ${port}`]),
      ...from.flatMap(({ namespaceSelector, podSelector }): Broken[] => {
        const named = namespaceSelector?.matchLabels?.["kubernetes.io/metadata.name"] as string | undefined;
        if (named !== undefined && !has("Namespace", undefined, named))
          return [["spec.ingress.from", `Namespace ${named}`]];
        if (podSelector === undefined || Object.keys(podSelector).length === 0) return [];
        return selected(pods, named ?? namespace, podSelector).length > 0
          ? []
          : [nothing("spec.ingress.from.podSelector", podSelector)];
      }),
    ]),
  ];
};

const ofMonitor = ({ metadata, spec }: GoldenObject, { pods }: Inventory): Broken[] => {
  const namespaces: string[] = spec.namespaceSelector?.matchNames ?? [metadata.namespace];
  const found = namespaces.flatMap((namespace) => selected(pods, namespace, spec.selector));
  if (found.length === 0) return [nothing("spec.selector", spec.selector)];
  return spec.podMetricsEndpoints
    .map(({ port }: { port: string }) => port)
    .filter((port: string) => !listens(found, port))
    .map((port: string) => ["spec.podMetricsEndpoints", `port ${port}`]);
};

const ofBudget = ({ metadata, spec }: GoldenObject, { pods }: Inventory): Broken[] =>
  selected(pods, metadata.namespace ?? "default", spec.selector).length > 0
    ? []
    : [nothing("spec.selector", spec.selector)];

const ofRoutes = ({ metadata, spec }: GoldenObject, { services }: Inventory): Broken[] =>
  (spec.rules ?? [])
    .flatMap((rule: any) => [
      ...(rule.backendRefs ?? []),
      ...(rule.http?.paths ?? []).map(({ backend }: any) => backend),
    ])
    .map((backend: any) => ({
      name: backend.service?.name ?? backend.name,
      port: backend.service?.port?.number ?? backend.port,
    }))
    .filter(({ name, port }: { name: string; port: number }) => {
      const service = services.find(
        (candidate) => candidate.metadata.name === name && candidate.metadata.namespace === metadata.namespace,
      );
      return !service?.["spec"].ports.some((served: { port: number }) => served.port === port);
    })
    .map(({ name, port }: { name: string; port: number }) => ["spec.rules", `Service ${name}:${port}`]);

const byKind: Readonly<Record<string, (object: GoldenObject, inventory: Inventory) => Broken[]>> = {
  Service: ofService,
  NetworkPolicy: ofPolicy,
  PodMonitor: ofMonitor,
  PodDisruptionBudget: ofBudget,
  HTTPRoute: ofRoutes,
  Ingress: ofRoutes,
};

/** Who speaks to whom: selectors find pods, ports are listened on, backends are Services. */
export const brokenTraffic = (object: GoldenObject, inventory: Inventory): Broken[] =>
  byKind[object.kind]?.(object, inventory) ?? [];
