import type { SecretKeyReference } from "../dapr/secret-reference.ts";
import type { Duration } from "../units.ts";

/** Name and password of a server, from Secrets of the collectors' namespace. */
export interface LogCredentials {
  readonly user: SecretKeyReference;
  readonly password: SecretKeyReference;
}

/** Where a server of logs is reached. */
interface LogServer {
  readonly host: string;
  readonly port: number;
  /** Whether it is reached by TLS; its certificate is checked. */
  readonly tls: boolean;
  /** @default none */
  readonly credentials?: LogCredentials;
  /**
   * How long lines are kept. The server deletes them, so it has to know: Loki by a `retention_stream` for label
   * `retention`, Elasticsearch by a lifecycle policy for the indexes whose names end in it.
   */
  readonly retention: Duration;
}

/** Who keeps the logs. */
export type LogTarget =
  | (LogServer & {
      readonly kind: "loki";
      /** Tenant of a Loki with several. @default the only one */
      readonly tenant?: string;
    })
  | (LogServer & {
      readonly kind: "elasticsearch";
      /** What the indexes' names begin with; retention and day follow. */
      readonly prefix: string;
    })
  | {
      /** A table of a Log Analytics workspace, whose own retention holds. */
      readonly kind: "azure-monitor";
      /** Address of the data collection endpoint. */
      readonly endpoint: string;
      /** Immutable id of the data collection rule. */
      readonly rule: string;
      /** Name of the table, a custom one with its `_CL`. */
      readonly table: string;
      /** The application in Entra ID that may write. */
      readonly tenant: string;
      readonly client: string;
      readonly clientSecret: SecretKeyReference;
    };

/** Whether and whither the lines of apps, sidecars and control plane go; by Fluent Bit on every node. */
export interface LoggingSpec {
  /** A namespace of its own: reading the nodes' files asks for more than Pod Security `restricted` allows. */
  readonly namespace: string;
  readonly target: LogTarget;
}
