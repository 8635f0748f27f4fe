import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PreviewError, readPreview } from "../infra/review/preview/read-preview.ts";
import type { Preview } from "../infra/review/preview/preview.ts";
import { repositoryRoot } from "../local/paths.ts";
import { withPolicyPack } from "./policy-pack.ts";
import { readText, refusal, stackOf, type StackSource } from "./stack-source.ts";

const execute = promisify(execFile);

/** Where a preview comes from, and how. */
export interface PreviewSource extends StackSource {
  /** Folder of the policy pack that judges the preview. @default that of this checkout */
  readonly policyPack?: string;
}

/** A preview that fails has still told what it knows, its errors among it. */
const runPreview = async (source: PreviewSource): Promise<string> => {
  const { stack, cluster, policyPack } = source;
  const { env, args } = await stackOf(source);
  const folder = await mkdtemp(join(tmpdir(), "preview-"));
  const log = join(folder, "events.json");
  const packs = policyPack === undefined ? [] : ["--policy-pack", policyPack];
  const all = withPolicyPack(["preview", "--non-interactive", "--event-log", log, ...packs, ...args]);
  try {
    // The option of the event log is shown and taken only so. Source: pulumi pkg/cmd/pulumi/operations/preview.go
    const variables = { ...env, PULUMI_DEBUG_COMMANDS: "true" };
    const failure = await execute("pulumi", all, { cwd: repositoryRoot, env: variables, maxBuffer: 2 ** 28 }).then(
      () => undefined,
      (reason: unknown) => reason as Error & { stderr?: string },
    );
    const written = await readFile(log, "utf8").catch(() => "");
    if (written !== "") return written;
    const told =
      failure?.stderr?.trim().split("\n").at(-1) || failure?.message.split("\n")[0] || "it wrote no event log";
    throw refusal("preview-failed", stack ?? cluster, told, "run pulumi preview by itself to see all of it");
  } finally {
    await rm(folder, { recursive: true });
  }
};

/**
 * Reads a preview, or runs one.
 * @throws UserError when there is none
 */
export const previewFrom = async (source: PreviewSource): Promise<Preview> => {
  const text = source.file === undefined ? await runPreview(source) : readText(source.file);
  try {
    return readPreview(text);
  } catch (failure) {
    if (!(failure instanceof PreviewError)) throw failure;
    throw refusal("usage", source.file ?? "pulumi", failure.message, "see todo-platform review --help");
  }
};
