import type { Manifest } from "../lint/manifest.ts";

/** A document that is being corrected. */
export type Mutable = Record<string, unknown>;

/** What is said about the places of a document: kept by the objects themselves, so that moving items keeps it. */
export class Notes {
  readonly #notes = new WeakMap<object, Map<string, string[]>>();

  /** Says something about a field of an object; with an empty key about the object as a whole. */
  add(owner: object, key: string, text: string): void {
    const fields = this.#notes.get(owner) ?? new Map<string, string[]>();
    this.#notes.set(owner, fields);
    const texts = fields.get(key) ?? [];
    if (!texts.includes(text)) fields.set(key, [...texts, text]);
  }

  of(owner: object, key: string): readonly string[] {
    return this.#notes.get(owner)?.get(key) ?? [];
  }
}

/** One Dapr object on its way to TypeScript. */
export interface Draft {
  readonly manifest: Manifest;
  readonly kind: string;
  readonly document: Mutable;
  readonly notes: Notes;
}

/** A draft of a manifest; the manifest itself stays as it is. */
export const toDraft = (manifest: Manifest): Draft => ({
  manifest,
  kind: manifest.kind,
  document: structuredClone(manifest.value),
  notes: new Notes(),
});
