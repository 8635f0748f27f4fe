import type { LintFinding } from "../lint/lint-finding.ts";
import { lintSources, type LintOptions } from "../lint/lint-sources.ts";
import { isDaprManifest } from "../lint/manifest.ts";
import { parseSource } from "../lint/parse-source.ts";
import type { Source } from "../lint/source.ts";
import { defaultDaprVersion } from "../model/dapr/kinds/dapr-version.ts";
import { mergeBindingSubscriptions } from "./binding-subscriptions.ts";
import { comments, print } from "./code.ts";
import { correctDraft } from "./correct-draft.ts";
import { toDraft, type Draft } from "./draft.ts";
import { constructors, manifestCode } from "./manifest-code.ts";

/** How to import. */
export interface ImportOptions extends LintOptions {
  /** Folder of the typed model, as the written file imports it. @default "./infra/model/dapr" */
  readonly model?: string;
}

/** What an import makes. */
export interface Imported {
  /** One module that exports each object, and all of them as `manifests`. */
  readonly typescript: string;
  /** What lint finds in the texts as they were. */
  readonly problems: readonly LintFinding[];
}

const reserved: ReadonlySet<string> = new Set([
  ...["manifests", "component", "secretKey", ...Object.values(constructors)],
  ...[
    "default",
    "delete",
    "new",
    "switch",
    "case",
    "class",
    "enum",
    "export",
    "import",
    "function",
    "return",
    "static",
  ],
  ...[
    "void",
    "while",
    "with",
    "yield",
    "await",
    "var",
    "let",
    "const",
    "if",
    "else",
    "for",
    "in",
    "do",
    "try",
    "catch",
  ],
  ...["throw", "this", "super", "null", "true", "false", "typeof", "instanceof", "package", "interface", "extends"],
  ...["implements", "private", "public", "protected", "finally", "break", "continue", "debugger", "eval", "arguments"],
]);

const camel = (text: string): string => {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words.map(
    (word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1),
  );
  return joined.join("").replace(/^(?=\d|$)/, "object");
};

/** A name for the constant of a draft that no other has. */
const identifierFor = (draft: Draft, taken: Set<string>): string => {
  const name = camel(draft.manifest.name);
  const candidates = [name, `${name}${draft.kind}`];
  for (let count = 2; ; count++) {
    const candidate = candidates.shift() ?? `${name}${draft.kind}${count}`;
    if (taken.has(candidate) || reserved.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
};

/** What is said of an object as a whole: of fields that have no place in the constructor's call. */
const headNotes = ({ document, notes, manifest }: Draft): string[] => {
  const spec = document["spec"];
  const metadata = document["metadata"];
  const of = (owner: unknown, keys: readonly string[]): readonly string[] =>
    typeof owner === "object" && owner !== null ? keys.flatMap((key) => notes.of(owner, key)) : [];
  return [
    `${manifest.kind} "${manifest.name}" of ${manifest.file}`,
    ...of(document, ["", "apiVersion", "kind", "metadata", ...(manifest.kind === "Component" ? ["spec"] : [])]),
    ...of(metadata, ["", "name", "namespace"]),
    ...(manifest.kind === "Component" ? of(spec, ["", "type", "version", "initTimeout", "ignoreErrors"]) : []),
  ];
};

interface Written {
  readonly identifier?: string;
  readonly lines: readonly string[];
}

const write = (draft: Draft, taken: Set<string>): Written => {
  const code = manifestCode(draft);
  const head = comments(headNotes(draft));
  if (!code) {
    const reason = "TODO: nothing typed says this; see what lint finds in it, and write it by hand";
    return { lines: [...head, ...comments([reason])] };
  }
  const identifier = identifierFor(draft, taken);
  const start = `export const ${identifier} = `;
  return { identifier, lines: [...head, `${start}${print(code, "", start.length, 1)};`] };
};

const uses = (body: string, name: string): boolean => new RegExp(`(?<![\\w.])${name}\\(`).test(body);

const importLines = (body: string, model: string): string[] => {
  const kinds = Object.values(constructors)
    .filter((name) => uses(body, name))
    .sort();
  const list = print({ kind: "list", items: kinds.map((name) => ({ kind: "text", text: name })) }, "", 0, 60);
  const names = list.includes("\n") ? list.replace("[", "{").replace("]", "}") : `{ ${kinds.join(", ")} }`;
  return [
    ...(uses(body, "component") ? [`import { component } from "${model}/define-component.ts";`] : []),
    ...(kinds.length > 0 ? [`import ${names} from "${model}/kinds/constructors.ts";`] : []),
    ...(uses(body, "secretKey") ? [`import { secretKey } from "${model}/secret-reference.ts";`] : []),
  ];
};

/**
 * Writes the typed TypeScript of Dapr manifests. Mistakes whose right value is certain are corrected, with a comment that
 * says what was there; what is not certain is left out or filled in under a TODO. Never throws, whatever the texts are.
 */
export const importSources = (
  sources: readonly Source[],
  { dapr = defaultDaprVersion, model = "./infra/model/dapr" }: ImportOptions = {},
): Imported => {
  const manifests = sources.flatMap((source) => parseSource(source).manifests.filter(isDaprManifest));
  const drafts = mergeBindingSubscriptions(manifests.map(toDraft));
  const taken = new Set<string>();
  const written = drafts.map((draft) => {
    correctDraft(draft, dapr);
    return write(draft, taken);
  });
  const body = written.map(({ lines }) => lines.join("\n"));
  const names = written.flatMap(({ identifier }) => (identifier === undefined ? [] : [identifier]));
  const items = names.map((name) => ({ kind: "text", text: name }) as const);
  const start = "export const manifests = ";
  const last = `${start}${print({ kind: "list", items }, "", start.length, 1)};`;
  const imports = importLines(body.join("\n"), model).join("\n");
  const typescript = `${[imports, ...body, last].filter((part) => part !== "").join("\n\n")}\n`;
  return { typescript, problems: lintSources(sources, { dapr }) };
};
