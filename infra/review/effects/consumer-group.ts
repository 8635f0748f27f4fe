import type { DaprComponent } from "../objects/dapr-component.ts";
import { deliveriesOf } from "../objects/inventory.ts";
import { sharedKeys } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

/** Metadata that names who reads, by type. Without it the app id does. */
const fieldOf: Readonly<Record<string, string>> = {
  "pubsub.kafka": "consumerGroup",
  "pubsub.redis": "consumerID",
  "pubsub.rabbitmq": "consumerID",
  "pubsub.azure.eventhubs": "consumerID",
};

const groupOf = ({ type, metadata }: DaprComponent, app: string): string =>
  (metadata.get(fieldOf[type] ?? "consumerID") || metadata.get("consumerID") || "{appID}").replaceAll(
    /\{appID\}/gi,
    app,
  );

export const consumerGroup: EffectRule = {
  name: "consumer-group",
  about: "Another consumer group starts without the offsets of the old one.",
  find: ({ before, after }) => {
    const deliveries = deliveriesOf(after);
    return sharedKeys(before.components, after.components).flatMap((key): Found[] => {
      const [was, is] = [before.components.get(key), after.components.get(key)];
      if (!was || !is || !is.type.startsWith("pubsub.") || was.type !== is.type) return [];
      const apps = new Set([...deliveries.values()].filter(({ pubsub }) => pubsub === is.name).map(({ app }) => app));
      const starts =
        is.metadata.get("initialOffset") === "oldest"
          ? "every event that is still kept is delivered again"
          : "events that arrive during the change are not delivered";
      return [...apps]
        .sort()
        .filter((app) => groupOf(was, app) !== groupOf(is, app))
        .map((app) => ({
          risk: "data-loss" as const,
          subject: app,
          text: `reads ${is.name} as consumer group ${groupOf(is, app)} instead of ${groupOf(was, app)}: offsets are lost, ${starts}`,
          advice:
            "Copy the group's offsets while the app is stopped (kafka-consumer-groups.sh --reset-offsets --from-file).",
        }));
    });
  },
};
