import { ClusterView } from "../infra/verify/cluster-view.ts";
import { clusterFiles } from "../local/cluster/cluster-files.ts";

/** A view of an embedded cluster's namespace, with the rights of its administrator. */
export const openCluster = (cluster: string, namespace: string): ClusterView =>
  ClusterView.open(clusterFiles(cluster).kubeconfig, namespace);
