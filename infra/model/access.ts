import type { PlatformSpec } from "./platform-spec.ts";

/** Secrets that the topology lets an app read, sorted. */
export const readableSecrets = (platform: PlatformSpec, app: string): string[] =>
  Object.entries(platform.topology.secrets)
    .filter(([, secret]) => secret.apps.includes(app))
    .map(([name]) => name)
    .sort();
