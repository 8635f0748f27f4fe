import { setTimeout as sleep } from "node:timers/promises";
import { crdFiles, moduleCrds } from "../../infra/crds/module-crds.ts";
import { startApiserver, type Apiserver } from "./apiserver.ts";

/** What every object has. */
export interface ApiObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

const builtIn: Readonly<Record<string, string>> = {
  HorizontalPodAutoscaler: "horizontalpodautoscalers",
  Ingress: "ingresses",
  Role: "roles",
  RoleBinding: "rolebindings",
  PodDisruptionBudget: "poddisruptionbudgets",
  ConfigMap: "configmaps",
  ClusterRole: "clusterroles",
  ClusterRoleBinding: "clusterrolebindings",
  DaemonSet: "daemonsets",
  Deployment: "deployments",
  NetworkPolicy: "networkpolicies",
  PersistentVolumeClaim: "persistentvolumeclaims",
  Service: "services",
  ServiceAccount: "serviceaccounts",
};

const crds = crdFiles.flatMap(moduleCrds);

/** Path of the collection that an object belongs to, everything in namespace `default`. */
export const collectionOf = ({ apiVersion, kind }: ApiObject): string => {
  const crd = crds.find(({ spec }) => spec.names.kind === kind && apiVersion.startsWith(`${spec.group}/`));
  const plural = crd?.spec.names.plural ?? builtIn[kind];
  const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return (crd?.spec.scope ?? (kind.startsWith("Cluster") ? "Cluster" : "Namespaced")) === "Cluster"
    ? `${root}/${plural}`
    : `${root}/namespaces/default/${plural}`;
};

/** A real API server that knows the CRDs of the operators. */
export const startOperatorApi = async (): Promise<Apiserver> => {
  const apiserver = await startApiserver();
  for (const crd of crds) await apiserver.call("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", crd);
  const served = (path: string): Promise<boolean> =>
    apiserver.call("GET", path).then(
      () => true,
      () => false,
    );
  for (const { spec } of crds) {
    const version = spec.versions.find(({ storage }) => storage)?.name ?? "";
    while (!(await served(`/apis/${spec.group}/${version}/${spec.names.plural}`))) await sleep(50);
  }
  return apiserver;
};

/** What the API server keeps of an object that it validates strictly; throws what it says against it. */
export const keep = async (apiserver: Apiserver, object: ApiObject): Promise<Record<string, unknown>> => {
  const placed = { ...object, metadata: { ...object.metadata, namespace: "default" } };
  return apiserver.call("POST", `${collectionOf(object)}?dryRun=All&fieldValidation=Strict`, placed);
};
