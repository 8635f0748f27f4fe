import { checksum } from "../checksum.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { toConfigurations } from "./configuration.ts";
import { toResiliency } from "./resiliency.ts";

/** Annotation of a pod template that changes when the sidecar must start anew. */
export const restartAnnotation = "todo-platform.io/dapr-settings";

/**
 * State stores other than PostgreSQL, whose checksum stays what it was. daprd reloads every changed component but the one
 * that has the name of its actor store.
 * Source: dapr pkg/runtime/hotreload/reconciler/components.go.
 */
const otherStores = ({ components }: PlatformSpec): (readonly [string, string])[] =>
  Object.entries(components)
    .filter(([, { type }]) => type.startsWith("state.") && type !== "state.postgresql")
    .map(([name, { type }]) => [name, type] as const);

/**
 * Changes with an app's Configuration, the Resiliency and the kind of the state store. daprd reads its Configuration only at its start, and answers
 * a changed Resiliency by restarting inside its process, after which 1.18 exports no metrics and no spans any more: so
 * the pod is rolled.
 */
export const restartChecksum = (platform: PlatformSpec, app: string): string => {
  const configuration = toConfigurations(platform).find((candidate) => candidate.app === app);
  const stores = otherStores(platform);
  const settings = JSON.stringify([
    configuration?.spec,
    toResiliency(platform).spec,
    ...(stores.length === 0 ? [] : [stores]),
  ]);
  return checksum(settings, 16);
};
