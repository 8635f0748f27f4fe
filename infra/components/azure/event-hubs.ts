import { EventHub } from "@pulumi/azure-native/eventhub/eventHub.js";
import { listNamespaceKeysOutput } from "@pulumi/azure-native/eventhub/listNamespaceKeys.js";
import { Namespace } from "@pulumi/azure-native/eventhub/namespace.js";
import { NamespaceAuthorizationRule } from "@pulumi/azure-native/eventhub/namespaceAuthorizationRule.js";
import { ComponentResource, secret, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import type { AksSpec } from "../../model/clouds/aks.ts";
import type { EventHubsSpec } from "../../model/event-hubs.ts";
import { PrivateLink } from "./private-link.ts";

/** Arguments of {@link EventHubs}. */
export interface EventHubsArgs {
  readonly aks: AksSpec;
  readonly hubs: EventHubsSpec;
  readonly resourceGroupName: Input<string>;
  readonly networkId: Input<string>;
  readonly endpointsSubnetId: Input<string>;
}

/**
 * Azure Event Hubs with its Kafka endpoint: a hub for each topic, and for each app a rule that sends, listens, or both.
 * Records are kept in three zones. Costs by throughput units; a private endpoint is the only way to it.
 *
 * @example new EventHubs("events", { aks, hubs: toEventHubs(...), resourceGroupName, networkId, endpointsSubnetId });
 */
export class EventHubs extends ComponentResource {
  /** Connection string of each app, a secret; known once the hubs are there. */
  readonly connections: Readonly<Record<string, Output<string>>>;

  constructor(name: string, args: EventHubsArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:EventHubs", name, {}, options);
    const { aks, hubs, resourceGroupName, networkId, endpointsSubnetId } = args;
    const child = { parent: this };
    const namespace = this.#namespace(name, args);
    const place = { namespaceName: namespace.name, resourceGroupName };
    const topics = hubs.topics.map(
      (topic) =>
        new EventHub(
          `${name}-${topic}`,
          {
            eventHubName: topic,
            ...place,
            partitionCount: hubs.partitions,
            retentionDescription: { cleanupPolicy: "Delete", retentionTimeInHours: hubs.retentionHours },
          },
          { ...child, protect: true },
        ),
    );
    new PrivateLink(
      `${name}-link`,
      {
        resourceGroupName,
        location: aks.region,
        networkId,
        subnetId: endpointsSubnetId,
        serviceId: namespace.id,
        part: "namespace",
        zone: "privatelink.servicebus.windows.net",
      },
      child,
    );
    this.connections = Object.fromEntries(
      hubs.users.map(({ app, rights }) => {
        const rule = new NamespaceAuthorizationRule(
          `${name}-${app}`,
          { authorizationRuleName: app, ...place, rights: [...rights] },
          { ...child, dependsOn: topics },
        );
        const keys = listNamespaceKeysOutput({ ...place, authorizationRuleName: rule.name });
        return [app, secret(keys.primaryConnectionString)];
      }),
    );
    this.registerOutputs({});
  }

  #namespace(name: string, { aks, hubs, resourceGroupName }: EventHubsArgs): Namespace {
    const tier = hubs.tier === "premium" ? "Premium" : "Standard";
    return new Namespace(
      `${name}-namespace`,
      {
        namespaceName: hubs.namespace,
        resourceGroupName,
        location: aks.region,
        sku: { name: tier, tier, capacity: hubs.capacity },
        // Premium has processing units, which do not grow by themselves.
        ...(hubs.tier === "standard" ? { isAutoInflateEnabled: true, maximumThroughputUnits: hubs.capacity * 5 } : {}),
        kafkaEnabled: true,
        zoneRedundant: true,
        minimumTlsVersion: "1.2",
        publicNetworkAccess: "Disabled",
      },
      { parent: this, protect: true },
    );
  }
}
