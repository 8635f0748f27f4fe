import { readableSecrets } from "../access.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { spansEndpoint } from "../tracing.ts";

/** A Dapr Configuration (dapr.io/v1alpha1) as plain data. */
export interface DaprConfiguration {
  readonly name: string;
  /** The app that runs under it. */
  readonly app: string;
  readonly spec: Record<string, unknown>;
}

/** Name of the Configuration of an app. */
export const configurationName = (platform: PlatformSpec, app: string): string => `${platform.configuration}-${app}`;

const toAccessControl = (platform: PlatformSpec, app: string): Record<string, unknown> => {
  const { topology, namespace, trustDomain } = platform;
  const callers = [...new Set(topology.invocations.filter((call) => call.to === app).map((call) => call.from))];
  return {
    defaultAction: "deny",
    trustDomain,
    policies: callers.map((caller) => ({
      appId: caller,
      defaultAction: "deny",
      trustDomain,
      namespace,
      operations: topology.invocations
        .filter((call) => call.to === app && call.from === caller)
        .map((call) => ({ name: call.path, httpVerb: [...call.verbs], action: "allow" })),
    })),
  };
};

const toSecretScope = (platform: PlatformSpec, app: string): Record<string, unknown> => ({
  storeName: platform.secretStore,
  defaultAccess: "deny",
  allowedSecrets: readableSecrets(platform, app),
});

/** The app's middleware in its order; what each does stands in the component of that name. */
const toPipeline = (platform: PlatformSpec, app: string): Record<string, unknown> => {
  const names = platform.services[app]?.middleware ?? [];
  if (names.length === 0) return {};
  return { httpPipeline: { handlers: names.map((name) => ({ name, type: platform.components[name]?.type ?? "" })) } };
};

/**
 * One Configuration for each app: tracing, metrics, and what the app may be asked and may read, deny by default.
 * They cannot be shared, since access control and secret scopes belong to the app that runs under them.
 */
export const toConfigurations = (platform: PlatformSpec): DaprConfiguration[] =>
  Object.keys(platform.topology.apps).map((app) => ({
    name: configurationName(platform, app),
    app,
    spec: {
      tracing: {
        samplingRate: String(platform.tracing.samplingRate),
        zipkin: { endpointAddress: spansEndpoint(platform.tracing) },
      },
      metrics: { enabled: true, http: { increasedCardinality: false } },
      accessControl: toAccessControl(platform, app),
      secrets: { scopes: [toSecretScope(platform, app)] },
      ...toPipeline(platform, app),
      logging: { apiLogging: { enabled: true, obfuscateURLs: true, omitHealthChecks: true } },
    },
  }));
