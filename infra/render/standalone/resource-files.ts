import type { ConfigurationSpec } from "../../model/dapr/kinds/generated/configuration.ts";
import { toManifests, type DaprManifest } from "../../model/dapr/manifests.ts";
import type { PlatformSpec } from "../../model/platform-spec.ts";

/** An object of Dapr in a file of its own. */
export interface ResourceFile {
  readonly path: string;
  readonly content: object;
}

/** An object without some of its fields. */
const without = <T extends object, Key extends keyof T>(object: T, ...keys: Key[]): Omit<T, Key> =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.some((one) => one === key))) as Omit<T, Key>;

/** Resources lie in one folder: daprd does not look into folders below it. Configurations are named one by one. */
const pathOf = ({ kind, metadata }: DaprManifest): string =>
  kind === "Configuration" ? `config/${metadata.name}.yaml` : `resources/${kind.toLowerCase()}-${metadata.name}.yaml`;

/**
 * Without Kubernetes there is no sentry, so no app has an identity that access control could know, and nothing collects
 * traces. Names are kept in a file: multicast DNS, the default, does not work on every machine.
 * Source: components-contrib nameresolution/sqlite.
 */
const localConfiguration = (spec: ConfigurationSpec) => ({
  ...without(spec, "accessControl", "tracing"),
  nameResolution: { component: "sqlite", version: "v1", configuration: { connectionString: "names.db" } },
});

const toFile = (manifest: DaprManifest, platform: PlatformSpec): ResourceFile => {
  const metadata = without(manifest.metadata, "namespace");
  const path = pathOf(manifest);
  if (manifest.kind === "Configuration")
    return { path, content: { ...manifest, metadata, spec: localConfiguration(manifest.spec) } };
  if (manifest.kind !== "Component") return { path, content: { ...manifest, metadata } };
  // Each sidecar looks up there what its components name; what its app may read stands in the Configuration.
  const isSecretStore = metadata.name === platform.secretStore;
  const scoped = isSecretStore ? {} : { auth: { secretStore: platform.secretStore }, scopes: manifest.scopes };
  return { path, content: { ...without(manifest, "auth", "scopes"), metadata, ...scoped } };
};

/** Every Dapr object of a platform as daprd reads it from a folder. */
export const toResourceFiles = (platform: PlatformSpec): ResourceFile[] =>
  toManifests(platform).map((manifest) => toFile(manifest, platform));
