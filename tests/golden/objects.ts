import { createHash } from "node:crypto";
import { stringify } from "yaml";
import type { Recorded } from "../infra/components/record.ts";

/** An object of Kubernetes as a program makes it; a release of Helm stands among them. */
export interface GoldenObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: any;
}

/** Longer texts are of other files, which have tests of their own (dashboards, alerts, CRDs). */
const longestText = 4_000;

const digest = (text: string): string =>
  `<${Buffer.byteLength(text)} bytes, SHA-256 ${createHash("sha256").update(text).digest("hex")}>`;

/** Of a secret only what it was made from is shown. */
const reference = (value: unknown): unknown => {
  if (typeof value === "string") return /<[^<>]+\.[A-Za-z0-9]+>/.test(value) ? value : "<secret>";
  if (Array.isArray(value)) return value.map(reference);
  if (typeof value !== "object" || value === null) return "<secret>";
  if (isSecret(value)) return reference(value.secret);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, reference(member)]));
};

/** The marker of a recorded secret, and no field `secret` of an object: the names of those are no references. */
const isSecret = (value: object): value is { secret: unknown } =>
  Object.keys(value).length === 1 &&
  "secret" in value &&
  (typeof value.secret !== "string" || value.secret.includes("<") || value.secret.includes("-----BEGIN"));

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) return reference(value.secret);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
};

const shorten = (value: unknown): unknown => {
  if (typeof value === "string") return value.length > longestText ? digest(value) : value;
  if (Array.isArray(value)) return value.map(shorten);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shorten(member)]));
};

const toObject = ({ type, inputs }: Recorded): GoldenObject => {
  const object = plain(inputs) as GoldenObject;
  if (type !== "kubernetes:helm.sh/v3:Release") return object;
  const { name, namespace, ...release } = object as unknown as { name: string; namespace: string };
  return { apiVersion: "helm.sh/v3", kind: "Release", metadata: { name, namespace }, ...release };
};

const place = ({ kind, metadata }: GoldenObject): string => `${metadata.namespace ?? ""} ${kind} ${metadata.name}`;

/** Every object of a program, sorted by namespace, kind and name. */
export const toObjects = (recorded: readonly Recorded[]): GoldenObject[] =>
  recorded
    .filter(({ type }) => type.startsWith("kubernetes:"))
    .map(toObject)
    .sort((a, b) => (place(a) < place(b) ? -1 : 1));

const toText = (object: GoldenObject): string => {
  const { spec } = object;
  const short = object.kind === "CustomResourceDefinition" ? { ...object, spec: digest(JSON.stringify(spec)) } : object;
  return stringify(shorten(short), { sortMapEntries: true, lineWidth: 0, aliasDuplicateObjects: false });
};

const isOfCloud = ({ type }: Recorded): boolean => /^(azure-native|digitalocean):/.test(type);

/** A cloud's resource by its type and its name in the stack. */
const toCloudText = ({ type, name, inputs }: Recorded): string =>
  stringify(shorten({ cloud: `${type} ${name}`, inputs: plain(inputs) }), {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    sortMapEntries: true,
  });

/** One readable document for all objects; a cloud's resources come first. */
export const toGolden = (recorded: readonly Recorded[]): string =>
  [...recorded.filter(isOfCloud).map(toCloudText).sort(), ...toObjects(recorded).map(toText)].join("---\n");
