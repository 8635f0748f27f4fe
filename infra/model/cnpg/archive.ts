import type { CnpgDatabaseSpec, DatabaseBackup } from "../database.ts";
import type { ObjectStoreSpec, StoreCredentials } from "../object-store.ts";
import type { ContainerResources } from "../service.ts";
import { workloadIdentityMarks } from "../clouds/workload-identity.ts";

// Source: cloudnative-pg.io/plugin-barman-cloud; proved against the CRDs of infra/crds.

/** The plugin that archives; the operator finds it by this name. */
export const barmanPlugin = "barman-cloud.cloudnative-pg.io";
/** Name by which a recovery calls what it reads. */
const recoverySource = "archive";

interface SecretKey {
  readonly name: string;
  readonly key: string;
}

/** The plugin with what it works upon; without `serverName` the folder is called like the Cluster. */
interface PluginUse {
  readonly name: typeof barmanPlugin;
  readonly parameters: { readonly barmanObjectName: string; readonly serverName?: string };
}

/** What backups add to a Cluster. */
export interface ArchiveFields {
  readonly plugins?: readonly (PluginUse & { readonly isWALArchiver: true })[];
  readonly bootstrap?: {
    readonly recovery: { readonly source: string; readonly recoveryTarget?: { readonly targetTime: string } };
  };
  readonly externalClusters?: readonly { readonly name: string; readonly plugin: PluginUse }[];
  readonly serviceAccountTemplate?: { readonly metadata: { readonly annotations: Readonly<Record<string, string>> } };
  readonly inheritedMetadata?: { readonly labels: Readonly<Record<string, string>> };
}

/** The manifest of kind ObjectStore. */
export interface ObjectStoreManifest {
  readonly apiVersion: "barmancloud.cnpg.io/v1";
  readonly kind: "ObjectStore";
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly configuration: {
      readonly destinationPath: string;
      readonly endpointURL?: string;
      readonly s3Credentials?: { readonly accessKeyId: SecretKey; readonly secretAccessKey: SecretKey };
      readonly azureCredentials?: { readonly useDefaultAzureCredentials: true };
      readonly wal: { readonly compression: "gzip" };
      readonly data: { readonly compression: "gzip" };
    };
    readonly retentionPolicy: string;
    readonly instanceSidecarConfiguration: {
      readonly resources: {
        readonly requests: { readonly cpu: string; readonly memory: string };
        readonly limits: { readonly cpu: string; readonly memory: string };
      };
    };
  };
}

/** What the plugin's container beside each server reserves, and what it may take while it copies. */
export const archiverResources: ContainerResources = {
  cpuRequest: "50m",
  memoryRequest: "128Mi",
  cpuLimit: "1",
  memoryLimit: "512Mi",
};

/** Name of the ObjectStore that a database's backups go to. */
export const objectStoreName = (database: string, { objectStore }: DatabaseBackup): string =>
  typeof objectStore === "string" ? objectStore : `${database}-backups`;

/** Folder of a database in its store. */
export const archiveFolder = (database: string, { server }: DatabaseBackup): string => server ?? database;

const identityFields = ({ objectStore }: DatabaseBackup): ArchiveFields => {
  if (typeof objectStore === "string" || objectStore.credentials.kind !== "azure-workload-identity") return {};
  const { accountAnnotations, podLabels } = workloadIdentityMarks(objectStore.credentials.clientId);
  return {
    serviceAccountTemplate: { metadata: { annotations: accountAnnotations } },
    inheritedMetadata: { labels: podLabels },
  };
};

/** What archives a Cluster, and what it is filled with when it is made; nothing without backups. */
export const archiveFields = ({ name, backup }: CnpgDatabaseSpec): ArchiveFields => {
  if (backup === undefined) return {};
  const { recovery, server } = backup;
  const barmanObjectName = objectStoreName(name, backup);
  const plugin = (serverName: string | undefined): PluginUse => ({
    name: barmanPlugin,
    parameters: { barmanObjectName, ...(serverName === undefined ? {} : { serverName }) },
  });
  return {
    plugins: [{ ...plugin(server), isWALArchiver: true }],
    ...(recovery === undefined
      ? {}
      : {
          bootstrap: {
            recovery: {
              source: recoverySource,
              ...(recovery.until === undefined ? {} : { recoveryTarget: { targetTime: recovery.until } }),
            },
          },
          externalClusters: [{ name: recoverySource, plugin: plugin(recovery.server) }],
        }),
    ...identityFields(backup),
  };
};

type StoreCredentialFields = Pick<ObjectStoreManifest["spec"]["configuration"], "s3Credentials" | "azureCredentials">;

const credentialFields = (credentials: StoreCredentials): StoreCredentialFields => {
  // Its environment carries the token's place.
  if (credentials.kind === "azure-workload-identity") return { azureCredentials: { useDefaultAzureCredentials: true } };
  const { secret: name, accessKeyId, secretAccessKey } = credentials;
  return {
    s3Credentials: { accessKeyId: { name, key: accessKeyId }, secretAccessKey: { name, key: secretAccessKey } },
  };
};

const storeManifest = (
  metadata: ObjectStoreManifest["metadata"],
  { destinationPath, endpointUrl, credentials, retention }: ObjectStoreSpec,
): ObjectStoreManifest => {
  const { cpuRequest, memoryRequest, cpuLimit, memoryLimit } = archiverResources;
  return {
    apiVersion: "barmancloud.cnpg.io/v1",
    kind: "ObjectStore",
    metadata,
    spec: {
      configuration: {
        destinationPath,
        ...(endpointUrl === undefined ? {} : { endpointURL: endpointUrl }),
        ...credentialFields(credentials),
        // Every five minutes a segment of 16 MiB is archived, and a quiet server's is nearly empty.
        wal: { compression: "gzip" },
        data: { compression: "gzip" },
      },
      retentionPolicy: retention,
      instanceSidecarConfiguration: {
        resources: {
          requests: { cpu: cpuRequest, memory: memoryRequest },
          limits: { cpu: cpuLimit, memory: memoryLimit },
        },
      },
    },
  };
};

/** The store of a database's backups; undefined without one, or where it is made elsewhere. */
export const toObjectStoreManifest = ({
  name,
  namespace,
  backup,
}: CnpgDatabaseSpec): ObjectStoreManifest | undefined =>
  backup === undefined || typeof backup.objectStore === "string"
    ? undefined
    : storeManifest({ name: objectStoreName(name, backup), namespace }, backup.objectStore);
