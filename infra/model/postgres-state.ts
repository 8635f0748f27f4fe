import { connectionStringKey } from "./database.ts";
import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";
import { secretKey } from "./dapr/secret-reference.ts";

/**
 * The PostgreSQL state store (v2), also the actor store.
 * Source: components-contrib state/postgresql/v2/metadata.yaml.
 *
 * @param secret Secret whose key `connection-string` says where the database is.
 * @param maxConns Connections that each sidecar may open.
 */
export const postgresState = (secret: string, maxConns: number): ComponentSpec =>
  component("state.postgresql/v2", {
    metadata: { actorStateStore: true, maxConns, cleanupInterval: "1h" },
    authentication: { profile: "connection-string", connectionString: secretKey(secret, connectionStringKey) },
    initTimeout: "60s",
  });

/** The Secret and the pool size of a PostgreSQL component; undefined for what it does not say. */
export const postgresConnections = (
  spec: ComponentSpec | undefined,
): { readonly secret: string | undefined; readonly maxConns: number | undefined } => {
  const find = (name: string) => spec?.metadata.find((item) => item.name.toLowerCase() === name);
  const connection = spec?.type.endsWith(".postgresql") ? find("connectionstring") : undefined;
  const pool = find("maxconns");
  return {
    secret: connection && "secretKeyRef" in connection ? connection.secretKeyRef.name : undefined,
    maxConns: pool && "value" in pool ? Number(pool.value) : undefined,
  };
};
