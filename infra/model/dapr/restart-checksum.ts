import { checksum } from "../checksum.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { toConfigurations } from "./configuration.ts";
import { toResiliency } from "./resiliency.ts";

/** Annotation of a pod template that changes when the sidecar must start anew. */
export const restartAnnotation = "todo-platform.io/dapr-settings";

/**
 * Changes with an app's Configuration and the Resiliency. daprd reads its Configuration only at its start, and answers
 * a changed Resiliency by restarting inside its process, after which 1.18 exports no metrics and no spans any more: so
 * the pod is rolled.
 */
export const restartChecksum = (platform: PlatformSpec, app: string): string => {
  const configuration = toConfigurations(platform).find((candidate) => candidate.app === app);
  const settings = JSON.stringify([configuration?.spec, toResiliency(platform).spec]);
  return checksum(settings, 16);
};
