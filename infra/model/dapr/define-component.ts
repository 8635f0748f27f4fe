import { catalogueEntry } from "./catalogue/catalogue.ts";
import type { ComponentOptions } from "./catalogue/component-values.ts";
import type { FieldEntry } from "./catalogue/entry.ts";
import type { ComponentArgsById } from "./catalogue/generated/component-args.ts";
import type { ComponentMetadata, ComponentSpec } from "./component-spec.ts";
import type { SecretReference } from "./secret-reference.ts";

/** Every component type and version that daprd has, such as `pubsub.kafka/v1`. */
export type ComponentId = keyof ComponentArgsById;

type Value = string | number | boolean | SecretReference | undefined;

/** What the arguments of all types have in common. */
interface ComponentArguments extends ComponentOptions {
  readonly metadata?: object;
  readonly authentication?: { readonly profile: string };
}

const valuesOf = (fields: object | undefined): [string, Value][] => Object.entries(fields ?? {}) as [string, Value][];

const toMetadata = (name: string, value: Value): ComponentMetadata[] => {
  if (value === undefined) return [];
  return [typeof value === "object" ? { name, ...value } : { name, value: String(value) }];
};

const profileFields = (type: string, version: string, profile: string): readonly FieldEntry[] =>
  catalogueEntry(type, version)?.authentication.find((one) => one.profile === profile)?.fields ?? [];

/** A profile's fields: those that it sets itself, then those that were given. */
const authenticationValues = (
  type: string,
  version: string,
  authentication: ComponentArguments["authentication"],
): [string, Value][] => {
  if (authentication === undefined) return [];
  const { profile, ...given } = authentication;
  const constants = profileFields(type, version, profile).flatMap((field): [string, Value][] =>
    field.constant === undefined ? [] : [[field.name, field.constant]],
  );
  return [...constants, ...valuesOf(given)];
};

/** Names are the same to daprd in any case of letters; the first one stands. */
const withoutRepeats = (items: readonly ComponentMetadata[]): ComponentMetadata[] => {
  const first = new Map(items.toReversed().map((item) => [item.name.toLowerCase(), item]));
  return items.filter((item) => first.get(item.name.toLowerCase()) === item);
};

const render = (id: string, args: ComponentArguments): ComponentSpec => {
  const [type = "", version = ""] = id.split("/");
  const { metadata, authentication, extraMetadata, initTimeout, ignoreErrors } = args;
  const items = [
    ...authenticationValues(type, version, authentication),
    ...valuesOf(metadata),
    ...valuesOf(extraMetadata),
  ].flatMap(([name, value]) => toMetadata(name, value));
  return {
    type,
    version,
    metadata: withoutRepeats(items),
    ...(initTimeout === undefined ? {} : { initTimeout }),
    ...(ignoreErrors === undefined ? {} : { ignoreErrors }),
  };
};

/**
 * A Dapr component of a known type: its metadata fields typed, its secrets by reference, one way to authenticate.
 *
 * @example
 * component("pubsub.kafka/v1", {
 *   metadata: { brokers: "kafka:9092", consumerGroup: "{appID}" },
 *   authentication: { profile: "password", saslUsername: "{appID}", saslPassword: { envRef: "KAFKA_PASSWORD" } },
 * });
 */
export const component = <Id extends ComponentId>(id: Id, args: ComponentArgsById[Id]): ComponentSpec =>
  render(id, args);
