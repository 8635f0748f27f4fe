import type { Topology } from "@todo-platform/contracts";
import { checkPlatform } from "./checks/check-platform.ts";
import type { DatabaseSpec } from "./database.ts";
import type { DaprSpec } from "./dapr/control-plane.ts";
import type { ResiliencySpec } from "./dapr/resiliency.ts";
import type { KafkaSpec } from "./kafka.ts";
import { refuseErrors } from "./problems.ts";
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

/** A platform that passed every check; frozen. */
export type Platform<T extends Topology = Topology> = PlatformSpec<T> & { readonly checked: true };

const deepFreeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
};

/**
 * Checks a platform and freezes it. Nothing is applied from a platform that did not pass here.
 *
 * @throws {PlatformError} with all problems at once.
 */
export const definePlatform = <T extends Topology>(spec: PlatformSpec<T>): Platform<T> => {
  refuseErrors(checkPlatform(spec));
  return deepFreeze({ ...structuredClone(spec), checked: true });
};
