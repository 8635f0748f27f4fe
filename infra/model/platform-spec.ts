import type { Topology } from "@todo-platform/contracts";
import type { DatabaseSpec } from "./database.ts";
import type { DaprSpec } from "./dapr/control-plane.ts";
import type { KafkaSpec } from "./kafka.ts";
import type { ResiliencySpec } from "./resiliency.ts";
import type { ServiceSpec } from "./service.ts";
import type { TracingSpec } from "./tracing.ts";

/** Everything that is known about a Dapr platform before it is applied; plain data. */
export interface PlatformSpec<T extends Topology = Topology> {
  /** Who talks to whom. */
  readonly topology: T;
  /** Namespace of the apps and of their Dapr objects. */
  readonly namespace: string;
  /** SPIFFE trust domain of the apps. Dapr's own default, `public`, makes access control by identity meaningless. */
  readonly trustDomain: string;
  readonly dapr: DaprSpec;
  readonly kafka: KafkaSpec;
  readonly database: DatabaseSpec;
  readonly tracing: TracingSpec;
  readonly resiliency: ResiliencySpec;
  /** Name of the secret store component through which apps read their secrets. */
  readonly secretStore: string;
  /** Prefix of the apps' Configurations: each app has its own, `<prefix>-<app id>`. */
  readonly configuration: string;
  /** One for each app of the topology. */
  readonly services: { readonly [app: string]: ServiceSpec };
}
