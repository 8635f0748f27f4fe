import type { PlatformSpec } from "../platform-spec.ts";
import { toComponents } from "./component.ts";
import { toConfigurations } from "./configuration.ts";
import {
  componentManifest,
  configuration,
  httpEndpoint,
  mcpServer,
  resiliency,
  subscription,
  workflowAccessPolicy,
} from "./kinds/constructors.ts";
import { toResiliency } from "./resiliency.ts";
import { toSubscriptions, toSubscriptionSpec } from "./subscription.ts";

/** Any Dapr object of a platform. */
export type DaprManifest = ReturnType<
  | typeof componentManifest
  | typeof configuration
  | typeof httpEndpoint
  | typeof mcpServer
  | typeof resiliency
  | typeof subscription
  | typeof workflowAccessPolicy
>;

/** Secret store from which daprd takes the Secrets that components name. */
const auth = { secretStore: "kubernetes" } as const;

/** The objects that stand in the platform as they are. */
export const toDeclaredObjects = (platform: PlatformSpec): DaprManifest[] => {
  const { namespace } = platform;
  const of = <Spec>(objects: { readonly [name: string]: { apps: readonly string[]; spec: Spec } } | undefined) =>
    Object.entries(objects ?? {}).map(([name, { apps: scopes, spec }]) => ({ name, namespace, scopes, spec }));
  return [
    ...of(platform.httpEndpoints).map((args) => httpEndpoint({ ...args, auth })),
    ...of(platform.mcpServers).map(mcpServer),
    ...of(platform.workflowAccessPolicies).map(workflowAccessPolicy),
  ];
};

/** Every Dapr object of a platform, ready to be applied. */
export const toManifests = (platform: PlatformSpec): DaprManifest[] => {
  const { namespace } = platform;
  const { name, scopes, spec } = toResiliency(platform);
  return [
    ...toComponents(platform).map((component) =>
      componentManifest({ name: component.name, namespace, scopes: component.scopes, auth }, component),
    ),
    ...toConfigurations(platform).map((one) => configuration({ name: one.name, namespace, spec: one.spec })),
    ...toSubscriptions(platform).map((one) =>
      subscription({ name: one.name, namespace, scopes: [one.app], spec: toSubscriptionSpec(one) }),
    ),
    resiliency({ name, namespace, scopes, spec }),
    ...toDeclaredObjects(platform),
  ];
};
