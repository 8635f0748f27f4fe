import { KubeConfig } from "@kubernetes/client-node";
import { ClusterView } from "../infra/verify/cluster-view.ts";
import { clusterFiles } from "../local/cluster/cluster-files.ts";

/** A view of an embedded cluster's namespace, with the rights of its administrator. */
export const openCluster = (cluster: string, namespace: string): ClusterView => {
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromFile(clusterFiles(cluster).kubeconfig);
  return new ClusterView(kubeconfig, namespace);
};
