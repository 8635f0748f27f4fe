import structProto from "google-protobuf/google/protobuf/struct_pb.js";

/** A property bag as the engine sends it: plain JSON, in which {@link unknown} stands for a value not known yet. */
export type Properties = Record<string, unknown>;

/** What the engine sends for a value that is not known before another resource has been created. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

// Parts of the protocol, as the value above; the SDK's module with them loads a third of the SDK.
const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** Marks a value as secret, so that the engine encrypts it in the state and never prints it. */
export function secret(value: unknown): Properties {
  return { [signature]: secretSignature, value };
}

/** The value without the envelopes of secrets: a provider's own arguments come in them whatever it says it accepts. */
export function revealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revealed);
  if (!isObject(value)) return value;
  if (value[signature] === secretSignature) return revealed(value["value"]);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealed(item)]));
}

/** True when the value holds an unknown anywhere inside. */
export function hasUnknown(value: unknown): boolean {
  if (typeof value === "string") return value === unknown;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(hasUnknown);
}

/** True for a JSON object (no list, no null). */
export function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The nested object under a key, empty when there is none. */
export function objectAt(value: Properties, key: string): Properties {
  const nested = value[key];
  return isObject(nested) ? nested : {};
}

/** A plain value as text; nothing is the empty text. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined || value === null ? "" : JSON.stringify(value);
}

/** An object without some of its members. */
export function without(object: Properties, ...keys: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** Removes null and undefined members, which the SDK sends for arguments that were left out. */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.filter(isPresent).map(withoutNulls) as T;
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => isPresent(item));
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item)])) as T;
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Reads a message's property bag; a missing one is empty. */
export function fromStruct(struct: structProto.Struct | undefined): Properties {
  return struct?.toJavaScript() ?? {};
}

/** Writes a property bag as a message. */
export function toStruct(properties: Properties): structProto.Struct {
  return structProto.Struct.fromJavaScript(withoutNulls(properties) as Record<string, structProto.JavaScriptValue>);
}
