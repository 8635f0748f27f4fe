import { readableSecrets } from "../access.ts";
import type { ConfigurationSpec } from "./kinds/generated/configuration.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { toSpansExporter } from "../tracing.ts";

/** A Dapr Configuration (dapr.io/v1alpha1) as plain data. */
export interface DaprConfiguration {
  readonly name: string;
  /** The app that runs under it. */
  readonly app: string;
  readonly spec: ConfigurationSpec;
}

/** Name of the Configuration of an app. */
export const configurationName = (platform: PlatformSpec, app: string): string => `${platform.configuration}-${app}`;

const toAccessControl = (platform: PlatformSpec, app: string): NonNullable<ConfigurationSpec["accessControl"]> => {
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

const toSecretScopes = (platform: PlatformSpec, app: string): NonNullable<ConfigurationSpec["secrets"]> => ({
  scopes: [{ storeName: platform.secretStore, defaultAccess: "deny", allowedSecrets: readableSecrets(platform, app) }],
});

/** The app's middleware in its order; what each does stands in the component of that name. */
const toPipeline = (platform: PlatformSpec, app: string): Pick<ConfigurationSpec, "httpPipeline"> => {
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
        samplingRate: `${platform.tracing.samplingRate}`,
        ...toSpansExporter(platform.tracing),
      },
      metric: { enabled: true, http: { increasedCardinality: false } },
      accessControl: toAccessControl(platform, app),
      secrets: toSecretScopes(platform, app),
      ...toPipeline(platform, app),
      ...platform.everyConfiguration,
      logging: { apiLogging: { enabled: true, obfuscateURLs: true, omitHealthChecks: true } },
    },
  }));
