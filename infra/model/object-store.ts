/** Keys of a store that speaks S3, in a Secret of the database's namespace that is made elsewhere. */
export interface S3Keys {
  readonly kind: "s3-keys";
  readonly secret: string;
  /** Key of the Secret that holds the id. */
  readonly accessKeyId: string;
  /** Key of the Secret that holds the secret key. */
  readonly secretAccessKey: string;
}

/** The identity of Entra ID whose token each server's pod gets; it needs the role Storage Blob Data Contributor. */
export interface AzureIdentity {
  readonly kind: "azure-workload-identity";
  readonly clientId: string;
}

/** How the servers prove to a store who they are. */
export type StoreCredentials = S3Keys | AzureIdentity;

/** Where backups lie, and for how long. */
export interface ObjectStoreSpec {
  /**
   * Folder that nobody else writes to: `s3://<bucket>/<folder>`, at Azure
   * `https://<account>.blob.core.windows.net/<container>/<folder>`.
   */
  readonly destinationPath: string;
  /** Address of a server that speaks S3. @default Amazon's */
  readonly endpointUrl?: string;
  readonly credentials: StoreCredentials;
  /** How far back the database can be restored: days, weeks or months, such as `30d`. What is older is removed. */
  readonly retention: `${number}d` | `${number}w` | `${number}m`;
}
