import { defaultDaprVersion, type DaprVersion } from "../model/dapr/kinds/dapr-version.ts";
import type { Problem } from "../model/problems.ts";
import { checkDaprManifest } from "./check-dapr-manifest.ts";
import { checkSecret } from "./check-secret.ts";
import { checkWorkload } from "./check-workload.ts";
import type { LintFinding } from "./lint-finding.ts";
import { isDaprManifest, type Manifest } from "./manifest.ts";
import { parseSource } from "./parse-source.ts";
import { checkReferences } from "./references/check-references.ts";
import { findingAt, sortManifests, type Together } from "./references/together.ts";
import type { Source } from "./source.ts";
import { isWorkload } from "./workload.ts";

/** How to lint. */
export interface LintOptions {
  /** Release that will run the manifests. @default "1.18" */
  readonly dapr?: DaprVersion;
}

const problemsOf = (manifest: Manifest, together: Together, dapr: DaprVersion): Problem[] => {
  if (isWorkload(manifest)) return checkWorkload(manifest, dapr);
  if (isDaprManifest(manifest)) return checkDaprManifest(manifest, together, dapr);
  return checkSecret(manifest);
};

const byPlace = (a: LintFinding, b: LintFinding): number =>
  a.line - b.line || a.column - b.column || a.code.localeCompare(b.code);

const identity = ({ file, line, column, code, path, message }: LintFinding): string =>
  JSON.stringify([file, line, column, code, path, message]);

/** One finding of each kind and place, in the order of the files and lines. */
const inOrder = (findings: readonly LintFinding[], files: readonly string[]): LintFinding[] => {
  const unique = new Map(findings.map((finding) => [identity(finding), finding]));
  const order = new Map(files.map((file, index) => [file, index]));
  return [...unique.values()].sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || byPlace(a, b));
};

/**
 * Finds what is wrong with Dapr manifests and with the workloads that use them: each object for itself, and all of them
 * together. Objects of other kinds are left alone. Never throws, whatever the texts are.
 */
export const lintSources = (
  sources: readonly Source[],
  { dapr = defaultDaprVersion }: LintOptions = {},
): LintFinding[] => {
  const parsed = sources.map((source) => parseSource(source));
  const manifests = parsed.flatMap((each) => each.manifests);
  const together = sortManifests(manifests);
  const findings = manifests.flatMap((manifest) =>
    problemsOf(manifest, together, dapr).map((problem) => findingAt(manifest, problem)),
  );
  return inOrder(
    [...parsed.flatMap((each) => each.findings), ...findings, ...checkReferences(together)],
    sources.map(({ file }) => file),
  );
};
