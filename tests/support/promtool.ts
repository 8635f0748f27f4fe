import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProgress } from "../../local/progress.ts";
import { ensureTools, programPath } from "../../local/toolchain/ensure-tools.ts";

/** What promtool said. */
export interface Verdict {
  readonly ok: boolean;
  readonly text: string;
}

/** Builds promtool unless it is in the cache; four minutes on two cores. */
export const ensurePromtool = (): Promise<void> => ensureTools(["prometheus"], createProgress());

/** Runs the pinned promtool in a folder that holds `files`. */
export const promtool = async (args: readonly string[], files: Readonly<Record<string, string>>): Promise<Verdict> => {
  const folder = await mkdtemp(join(tmpdir(), "promtool-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const verdict = await new Promise<Verdict>((resolve) => {
    execFile(programPath("prometheus", "promtool"), args, { cwd: folder }, (error, stdout, stderr) =>
      resolve({ ok: error === null, text: `${stdout}${stderr}` }),
    );
  });
  await rm(folder, { recursive: true });
  return verdict;
};
