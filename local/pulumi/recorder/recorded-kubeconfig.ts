import { readFileSync } from "node:fs";

/** Variable with the path of a kubeconfig: the cluster that stands for the cloud's. */
export const recordedKubeconfigVariable = "TODO_PLATFORM_RECORDED_KUBECONFIG";

/** The kubeconfig of the cluster that stands for the cloud's. */
export const recordedKubeconfig = (): string => {
  const path = process.env[recordedKubeconfigVariable];
  if (!path)
    throw new Error(`a recorded cluster is reached by no kubeconfig; name one in ${recordedKubeconfigVariable}`);
  return readFileSync(path, "utf8");
};
