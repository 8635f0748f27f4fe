/** The minor releases of Dapr that the model knows, oldest first. */
export const daprVersions = ["1.16", "1.17", "1.18"] as const;

/** A minor release of Dapr that the model knows; 1.18 is known whole, the others by kinds, fields and annotations. */
export type DaprVersion = (typeof daprVersions)[number];

/** The release that everything is checked against unless told otherwise. */
export const defaultDaprVersion: DaprVersion = "1.18";

/** Whether a release is older than another. */
export const isBefore = (version: DaprVersion, other: DaprVersion): boolean =>
  daprVersions.indexOf(version) < daprVersions.indexOf(other);
