import type { Manifest } from "../lint/manifest.ts";
import { ownAnnotations, podAnnotations, podAnnotationsPath } from "../lint/workload.ts";
import type { DaprVersion } from "../model/dapr/kinds/dapr-version.ts";
import { callsOf, comments, print, type Code } from "./code.ts";
import type { Draft } from "./draft.ts";
import { identifierFor } from "./identifier.ts";
import { manifestCode } from "./manifest-code.ts";
import { sidecarCode } from "./sidecar-code.ts";

/** One object of the imported files as TypeScript. */
export interface WrittenObject {
  readonly lines: readonly string[];
  /** Functions that it calls. */
  readonly calls: readonly string[];
  /** The constant, when it is a manifest. */
  readonly manifest?: string;
}

/** What is said of an object as a whole: of fields that have no place in the constructor's call. */
const headNotes = ({ document, notes, manifest }: Draft): string[] => {
  const { spec, metadata } = document;
  const of = (owner: unknown, keys: readonly string[]): readonly string[] =>
    typeof owner === "object" && owner !== null ? keys.flatMap((key) => notes.of(owner, key)) : [];
  const isComponent = manifest.kind === "Component";
  return [
    `${manifest.kind} "${manifest.name}" of ${manifest.file}`,
    ...of(document, ["", "apiVersion", "kind", "metadata", ...(isComponent ? ["spec"] : [])]),
    ...of(metadata, ["", "name", "namespace"]),
    ...(isComponent ? of(spec, ["", "type", "version", "initTimeout", "ignoreErrors"]) : []),
  ];
};

const declaration = (identifier: string, code: Code): string => {
  const start = `export const ${identifier} = `;
  return `${start}${print(code, "", start.length, 1)};`;
};

/** A Dapr object as a call of its typed constructor. */
export const writeDraft = (draft: Draft, taken: Set<string>): WrittenObject => {
  const code = manifestCode(draft);
  const head = comments(headNotes(draft));
  if (!code) {
    const reason = "TODO: nothing typed says this; see what lint finds in it, and write it by hand";
    return { lines: [...head, ...comments([reason])], calls: [] };
  }
  const identifier = identifierFor(draft.manifest.name, draft.kind, taken);
  return { lines: [...head, declaration(identifier, code)], calls: callsOf(code), manifest: identifier };
};

/** The sidecar of a workload: its annotations in typed form, for the pod template. */
export const writeWorkload = (workload: Manifest, dapr: DaprVersion, taken: Set<string>): WrittenObject[] => {
  const found = podAnnotations(workload);
  const isMisplaced = !("dapr.io/enabled" in found) && Object.keys(ownAnnotations(workload)).length > 0;
  const annotations = isMisplaced ? { ...ownAnnotations(workload), ...found } : found;
  if (Object.keys(annotations).length === 0) return [];
  const code = sidecarCode(annotations, dapr);
  const place = podAnnotationsPath(workload);
  const head = comments([
    `Annotations of ${workload.kind} "${workload.name}" of ${workload.file}: its ${place}`,
    ...(isMisplaced ? [`TP0705: was metadata.annotations, now ${place}`] : []),
  ]);
  const identifier = identifierFor(`${workload.name}-sidecar`, workload.kind, taken);
  return [{ lines: [...head, declaration(identifier, code)], calls: callsOf(code) }];
};
