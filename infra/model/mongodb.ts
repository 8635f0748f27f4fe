import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";
import { secretKey } from "./dapr/secret-reference.ts";

/** A MongoDB server that somebody else runs; none of ours, since no package registry has one. */
export interface MongodbSpec {
  readonly kind: "external";
  /** Secret (key `connection-string`) in the apps' namespace, made elsewhere. A replica set: one server has no transactions. */
  readonly secret: string;
  readonly database: string;
}

/**
 * The MongoDB state store, also the actor store. What a majority has written is what is read.
 * Source: components-contrib state/mongodb/metadata.yaml.
 *
 * @example mongodbState({ kind: "external", secret: "mongodb", database: "todo" })
 */
export const mongodbState = ({ secret, database }: MongodbSpec): ComponentSpec =>
  component("state.mongodb/v1", {
    metadata: { databaseName: database, writeconcern: "majority", readconcern: "majority", actorStateStore: true },
    authentication: { profile: "connection-string", connectionString: secretKey(secret, "connection-string") },
    initTimeout: "60s",
  });
