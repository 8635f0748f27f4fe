import { at, itemsOf, textOf, type Fields } from "./fields.ts";
import { podOf, servingKinds, type Pod } from "./pods.ts";
import { kindOf, type Resource } from "./resource.ts";
import type { Finding } from "./rule.ts";

/** One entry of a component's metadata. */
export interface MetadataItem {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
}

/** The metadata of a Component. */
export const metadataOf = ({ props }: Resource): readonly MetadataItem[] =>
  itemsOf(at(props, "spec", "metadata")).map((item, index) => ({
    path: `spec.metadata[${index}]`,
    name: textOf(at(item, "name")),
    value: at(item, "value"),
  }));

/** An entry by its name; Dapr does not mind the case of letters. */
export const metadataItem = (resource: Resource, name: string): MetadataItem | undefined =>
  metadataOf(resource).find((item) => item.name.toLowerCase() === name.toLowerCase());

/** A component's type, such as `pubsub.kafka`. */
export const componentType = ({ props }: Resource): string => textOf(at(props, "spec", "type")).toLowerCase();

/** The type with its version, such as `pubsub.kafka/v1`. */
export const componentId = (resource: Resource): string =>
  `${componentType(resource)}/${(textOf(at(resource.props, "spec", "version")) || "v1").toLowerCase()}`;

/** Ids of the apps that load an object of Dapr; undefined when all do. */
export const scopesOf = ({ props }: Resource): readonly string[] | undefined => {
  const scopes = itemsOf(props["scopes"]).map(textOf);
  return scopes.length === 0 ? undefined : scopes;
};

/** Whether two objects are loaded by one app. */
export const meet = (one: Resource, other: Resource): boolean => {
  const [mine, theirs] = [scopesOf(one), scopesOf(other)];
  return mine === undefined || theirs === undefined || mine.some((app) => theirs.includes(app));
};

const isOn = (value: unknown): boolean => /^(1|t|true|y|yes|on)$/i.test(textOf(value)) || value === true;

/** Whether an annotation of a pod says yes. */
export const isSet = ({ annotations }: Pod, key: string): boolean => isOn(annotations[`dapr.io/${key}`]);

/** Whether a metadata entry says yes. */
export const isYes = (item: MetadataItem | undefined): boolean => isOn(item?.value);

/** Whether a resource keeps pods running that get a sidecar. */
export const hasSidecar = (resource: Resource): boolean =>
  servingKinds.includes(kindOf(resource.type)) && isSet(podOf(resource), "enabled");

/** The id under which an app's sidecar is called: its annotation, or the workload's name. */
export const appIdOf = (resource: Resource): string =>
  textOf(podOf(resource).annotations["dapr.io/app-id"]) || textOf(at(resource.props, "metadata", "name"));

/** A finding about an annotation of Dapr that is not there or empty. */
export const missingAnnotation = (
  resource: Resource,
  key: string,
  problem: string,
  remedy: string,
): readonly Finding[] => {
  const { annotations, annotationsPath } = podOf(resource);
  const value: Fields[string] = annotations[`dapr.io/${key}`];
  const isMissing = value === undefined || value === "";
  return isMissing ? [{ key: `${annotationsPath}["dapr.io/${key}"]`, problem, remedy }] : [];
};
