import { sharedKeys } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

const address: Readonly<Record<string, string>> = {
  "pubsub.kafka": "brokers",
  "pubsub.redis": "redisHost",
  "pubsub.rabbitmq": "connectionString",
  "state.redis": "redisHost",
  "state.etcd": "endpoints",
  "state.mongodb": "host",
};

export const brokerChanged: EffectRule = {
  name: "server-address",
  about: "A pub/sub component or a state store leads to another server.",
  find: ({ before, after }) =>
    sharedKeys(before.components, after.components).flatMap((key): Found[] => {
      const [was, is] = [before.components.get(key), after.components.get(key)];
      const field = address[is?.type ?? ""];
      if (!was || !is || was.type !== is.type || field === undefined) return [];
      const [from, to] = [was.metadata.get(field) ?? "", is.metadata.get(field) ?? ""];
      if (from === to) return [];
      const lost = is.type.startsWith("pubsub.")
        ? "events that wait at the old one are not delivered"
        : "what the old one keeps is not found";
      return [{ risk: "data-loss" as const, subject: is.name, text: `leads to ${to} instead of ${from}: ${lost}` }];
    }),
};
