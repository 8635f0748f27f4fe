import { readFileSync } from "node:fs";

/** What a value may be, as an SDK declares it. */
export type ValueType =
  | "any"
  | "string"
  | "number"
  | "boolean"
  | { readonly enum: readonly (string | number)[] }
  | { readonly list: ValueType }
  | { readonly map: ValueType }
  | { readonly ref: string }
  | { readonly anyOf: readonly ValueType[] };

/** A property of a resource or of an object type. */
export interface PropertyDeclaration {
  readonly type: ValueType;
  readonly required?: true;
}
export type PropertyDeclarations = Readonly<Record<string, PropertyDeclaration>>;

/** A resource: what the program says, and what only the server knows. */
export interface ResourceDeclaration {
  readonly inputs: PropertyDeclarations;
  readonly outputs: PropertyDeclarations;
}

/** What is used of an SDK. */
export interface Declarations {
  /** Version of the npm package. */
  readonly version: string;
  /** By type token, such as `azure-native:keyvault:Vault`. */
  readonly resources: Readonly<Record<string, ResourceDeclaration>>;
  /** Object types by name, such as `input.keyvault.VaultPropertiesArgs`. */
  readonly types: Readonly<Record<string, PropertyDeclarations>>;
}

/** Names of the cloud providers that can be recorded. */
export const recordedProviders = ["azure-native", "digitalocean"] as const;
export type RecordedProvider = (typeof recordedProviders)[number];

/** File of a provider's declarations, written by `node local/pulumi/recorder/generate.ts`. */
export const declarationsFile = (provider: RecordedProvider): URL =>
  new URL(`./generated/${provider}.json`, import.meta.url);

/** The declarations of a provider. */
export const readDeclarations = (provider: RecordedProvider): Declarations =>
  JSON.parse(readFileSync(declarationsFile(provider), "utf8")) as Declarations;
