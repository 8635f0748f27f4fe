import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** Variable with the path of a kubeconfig: the cluster that stands for the cloud's. */
export const recordedKubeconfigVariable = "TODO_PLATFORM_RECORDED_KUBECONFIG";

const kubeconfigFile = (): string | undefined => {
  const path = process.env[recordedKubeconfigVariable];
  return path ? readFileSync(path, "utf8") : undefined;
};

/** The kubeconfig of the cluster that stands for the cloud's. */
export const recordedKubeconfig = (): string => {
  const kubeconfig = kubeconfigFile();
  if (kubeconfig !== undefined) return kubeconfig;
  throw new Error(`a recorded cluster is reached by no kubeconfig; name one in ${recordedKubeconfigVariable}`);
};

/** Address and CA (base64 of PEM) of that cluster; undefined where none is named. */
export const recordedCluster = (): { readonly server: string; readonly certificateAuthority: string } | undefined => {
  const kubeconfig = kubeconfigFile();
  if (kubeconfig === undefined) return undefined;
  const { clusters } = parse(kubeconfig) as { clusters?: { cluster?: Record<string, string> }[] };
  const { server = "", "certificate-authority-data": certificateAuthority = "" } = clusters?.[0]?.cluster ?? {};
  return { server, certificateAuthority };
};
