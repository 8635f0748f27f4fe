import { at, fieldsOf, itemsOf, textOf, type Fields } from "./fields.ts";
import type { Resource } from "./resource.ts";

/** A listener of a Strimzi cluster and where it stands. */
export interface Listener {
  readonly path: string;
  readonly name: string;
  readonly fields: Fields;
}

/** The listeners for clients; brokers among themselves always use TLS. */
export const listenersOf = ({ props }: Resource): readonly Listener[] =>
  itemsOf(at(props, "spec", "kafka", "listeners")).map((listener, index) => ({
    path: `spec.kafka.listeners[${index}]`,
    name: textOf(at(listener, "name")),
    fields: fieldsOf(listener),
  }));
