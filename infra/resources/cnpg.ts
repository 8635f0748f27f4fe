import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import type { ObjectStoreManifest } from "../model/cnpg/archive.ts";
import type { ClusterManifest, DatabaseManifest, ScheduledBackupManifest } from "../model/cnpg/manifests.ts";

type CnpgManifest = ClusterManifest | DatabaseManifest | ObjectStoreManifest | ScheduledBackupManifest;

/** Arguments of every object of CloudNativePG: its manifest. */
export interface CnpgObjectArgs<Manifest extends CnpgManifest> {
  readonly manifest: Manifest;
  /** Takes the place of the manifest's namespace, so that a Namespace resource is waited for. */
  readonly namespace: Input<string>;
}

class CnpgObject<Manifest extends CnpgManifest> extends CustomResource {
  constructor(
    name: string,
    { manifest, namespace }: CnpgObjectArgs<Manifest>,
    waitFor: string | undefined,
    options?: CustomResourceOptions,
  ) {
    const waits = waitFor === undefined ? {} : { annotations: { "pulumi.com/waitFor": waitFor } };
    super(name, { ...manifest, metadata: { ...manifest.metadata, namespace, ...waits } }, options);
  }
}

/** A Cluster; done once its primary is ready. Upstream: cloudnative-pg.io, kind Cluster. */
export class PostgresCluster extends CnpgObject<ClusterManifest> {
  constructor(name: string, args: CnpgObjectArgs<ClusterManifest>, options?: CustomResourceOptions) {
    super(name, args, "condition=Ready", { customTimeouts: { create: "20m", update: "40m" }, ...options });
  }
}

/** A Database; done once it is there. Upstream: cloudnative-pg.io, kind Database. */
export class PostgresDatabase extends CnpgObject<DatabaseManifest> {
  constructor(name: string, args: CnpgObjectArgs<DatabaseManifest>, options?: CustomResourceOptions) {
    super(name, args, "jsonpath={.status.applied}=true", options);
  }
}

/** A ScheduledBackup. Upstream: cloudnative-pg.io, kind ScheduledBackup. */
export class PostgresScheduledBackup extends CnpgObject<ScheduledBackupManifest> {
  constructor(name: string, args: CnpgObjectArgs<ScheduledBackupManifest>, options?: CustomResourceOptions) {
    super(name, args, undefined, options);
  }
}

/** An ObjectStore of the Barman Cloud plugin. Upstream: cloudnative-pg.io/plugin-barman-cloud, kind ObjectStore. */
export class PostgresObjectStore extends CnpgObject<ObjectStoreManifest> {
  constructor(name: string, args: CnpgObjectArgs<ObjectStoreManifest>, options?: CustomResourceOptions) {
    super(name, args, undefined, options);
  }
}
