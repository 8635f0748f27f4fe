import type { LintFinding } from "../lint/lint-finding.ts";
import { lintSources, type LintOptions } from "../lint/lint-sources.ts";
import { isDaprManifest } from "../lint/manifest.ts";
import { parseSource } from "../lint/parse-source.ts";
import type { Source } from "../lint/source.ts";
import { isWorkload } from "../lint/workload.ts";
import { defaultDaprVersion } from "../model/dapr/kinds/dapr-version.ts";
import { mergeBindingSubscriptions } from "./binding-subscriptions.ts";
import { print } from "./code.ts";
import { correctDraft } from "./correct-draft.ts";
import { toDraft } from "./draft.ts";
import { constructors } from "./manifest-code.ts";
import { writeDraft, writeWorkload } from "./written-object.ts";

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

/** Where the model keeps what the written code calls. */
const modules: readonly (readonly [names: readonly string[], file: string])[] = [
  [["component"], "define-component.ts"],
  [Object.values(constructors), "kinds/constructors.ts"],
  [["sidecarAnnotations"], "kinds/sidecar-annotations.ts"],
  [["secretKey"], "secret-reference.ts"],
];

const importLines = (calls: readonly string[], model: string): string =>
  modules
    .flatMap(([names, file]) => {
      const used = names.filter((name) => calls.includes(name)).sort();
      const line = `import { ${used.join(", ")} } from "${model}/${file}";`;
      const long = `import {\n${used.map((name) => `  ${name},\n`).join("")}} from "${model}/${file}";`;
      return used.length === 0 ? [] : [line.length > 120 ? long : line];
    })
    .join("\n");

const manifestList = (names: readonly string[]): string => {
  const start = "export const manifests = ";
  const items = names.map((name) => ({ kind: "text", text: name }) as const);
  return `${start}${print({ kind: "list", items }, "", start.length, 1)};`;
};

/**
 * Writes the typed TypeScript of Dapr manifests, and of the sidecars of workloads. Mistakes whose right value is certain
 * are corrected, with a comment that says what was there; what is not certain is left out or filled in under a TODO.
 * Never throws, whatever the texts are.
 */
export const importSources = (
  sources: readonly Source[],
  { dapr = defaultDaprVersion, model = "./infra/model/dapr" }: ImportOptions = {},
): Imported => {
  const manifests = sources.flatMap((source) => parseSource(source).manifests);
  const drafts = mergeBindingSubscriptions(manifests.filter(isDaprManifest).map(toDraft));
  const taken = new Set<string>();
  for (const draft of drafts) correctDraft(draft, dapr);
  const written = [
    ...drafts.map((draft) => writeDraft(draft, taken)),
    ...manifests.filter(isWorkload).flatMap((workload) => writeWorkload(workload, dapr, taken)),
  ];
  const parts = [
    importLines(
      written.flatMap(({ calls }) => calls),
      model,
    ),
    ...written.map(({ lines }) => lines.join("\n")),
    manifestList(written.flatMap(({ manifest }) => manifest ?? [])),
  ];
  return {
    typescript: `${parts.filter((part) => part !== "").join("\n\n")}\n`,
    problems: lintSources(sources, { dapr }),
  };
};
