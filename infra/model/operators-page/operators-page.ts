import type { PlatformSpec } from "../platform-spec.ts";

/** The operators' page as a pod of the platform, besides `todo-platform console` on somebody's machine. */
export interface OperatorsPageSpec {
  /** Whether it may publish dead letters again; otherwise it only reads. */
  readonly replay: boolean;
}

/** Name of its Deployment, its image and its other objects. */
export const operatorsPageName = "operators-page";
/** Where it listens: on the pod's own loopback, which only a port-forward reaches. */
export const operatorsPagePort = 18_090;
/** Where the kubelet asks whether it works; tells nothing else. */
export const operatorsPageHealthPort = 18_091;
/** Secret with the token that it asks for (key `token`). */
export const operatorsPageToken = "operators-page-token";
/** Folder of its platform (`platform.json`) and of its token. */
export const operatorsPageFolders = { platform: "/etc/operators-page", token: "/var/run/operators-page" } as const;

/** Command that makes the page reachable on the machine of whoever may forward ports of its namespace. */
export const operatorsPageForward = ({ namespace }: Pick<PlatformSpec, "namespace">): string =>
  `kubectl --namespace ${namespace} port-forward deployment/${operatorsPageName} ${operatorsPagePort}`;
