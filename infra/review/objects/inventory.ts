import { daprAppOf, type DaprApp } from "./dapr-app.ts";
import { componentOf, type DaprComponent } from "./dapr-component.ts";
import { subscriptionOf, type DaprSubscription } from "./dapr-subscription.ts";
import { topicsOf, type KafkaTopicView } from "./kafka-topic.ts";
import { identityOf, type KubeObject } from "./kube-object.ts";

/** Everything that is there at one time, as its readers need it. */
export interface Inventory {
  /** By their identity. */
  readonly objects: ReadonlyMap<string, KubeObject>;
  /** By app id. */
  readonly apps: ReadonlyMap<string, DaprApp>;
  /** By `namespace/name`. */
  readonly components: ReadonlyMap<string, DaprComponent>;
  readonly subscriptions: readonly DaprSubscription[];
  /** By name. */
  readonly topics: ReadonlyMap<string, KafkaTopicView>;
}

/** Sorts objects into what they are. */
export const takeInventory = (objects: readonly KubeObject[]): Inventory => ({
  objects: new Map(objects.map((object) => [identityOf(object), object])),
  apps: new Map(objects.flatMap(daprAppOf).map((app) => [app.id, app])),
  components: new Map(
    objects.flatMap(componentOf).map((component) => [`${component.namespace}/${component.name}`, component]),
  ),
  subscriptions: objects.flatMap(subscriptionOf),
  topics: new Map(objects.flatMap(topicsOf).map((topic) => [topic.name, topic])),
});

/** Objects of a kind. */
export const objectsOf = (inventory: Inventory, ...kinds: readonly string[]): KubeObject[] =>
  [...inventory.objects.values()].filter(({ kind }) => kinds.includes(kind));

/** Ids of the apps that something with scopes is for. */
export const appsOf = (
  { scopes, namespace }: { readonly scopes: readonly string[] | undefined; readonly namespace: string },
  inventory: Inventory,
): string[] =>
  [...inventory.apps.values()]
    .filter((app) => app.namespace === namespace && (scopes === undefined || scopes.includes(app.id)))
    .map(({ id }) => id)
    .sort();

/** Who receives a topic through which pub/sub component, one entry for each app. */
export interface Delivery extends DaprSubscription {
  readonly app: string;
}

/** The subscriptions of each app, by `app pubsub topic`. */
export const deliveriesOf = (inventory: Inventory): Map<string, Delivery> =>
  new Map(
    inventory.subscriptions.flatMap((subscription) =>
      appsOf(subscription, inventory).map((app) => [
        `${app} ${subscription.pubsub} ${subscription.topic}`,
        { ...subscription, app },
      ]),
    ),
  );
