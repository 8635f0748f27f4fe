import type { Input, Output, Resource } from "@pulumi/pulumi";
import type { ManagedServer } from "./managed-postgres.ts";

/** What a cloud runs for the platform beside the cluster, as the stack that made it hands it over. */
export interface CloudLinks {
  /** Server of a database of kind `managed`. */
  readonly postgres?: ManagedServer;
  /** Secrets of the apps' namespace with the addresses and passwords of a cloud's servers: name -> key -> value. */
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, Input<string>>>>>;
  /** Client id of the identity of Entra ID that an app's pods act as. */
  readonly identities?: Readonly<Record<string, Input<string>>>;
  /** Annotations of the gateway's load balancer, where the platform installs Traefik. */
  readonly loadBalancer?: Readonly<Record<string, string>>;
  /**
   * Puts the secrets that apps read where their secret store looks for them: the text of each by its name. The apps wait
   * for what is returned.
   */
  readonly keepSecrets?: (texts: Readonly<Record<string, Output<string>>>) => Resource;
}
