import { existsSync } from "node:fs";
import type { Progress } from "../progress.ts";
import { run } from "../run.ts";
import { UserError } from "../user-error.ts";
import { findOnPath } from "./find-on-path.ts";
import { withLock } from "./lock.ts";
import { join } from "node:path";
import { cacheRoot } from "../paths.ts";

/** Debian packages that may be installed on the machine itself: programs only, no service is started. */
const packages = { mmdebstrap: "mmdebstrap", buildah: "buildah", chromium: "chromium", jq: "jq" } as const;

/** A program that comes from one of the machine's own packages. */
export type HostProgram = keyof typeof packages;

/**
 * Installs the Debian packages of programs that are not on PATH.
 *
 * @throws UserError when the machine has no apt-get.
 */
export async function ensureHostPrograms(programs: readonly HostProgram[], progress: Progress): Promise<void> {
  const missing = programs.filter((program) => findOnPath(program) === undefined);
  if (missing.length === 0) return;
  const names = missing.map((program) => packages[program]).join(" ");
  if (!existsSync("/usr/bin/apt-get")) {
    const message = `not found on PATH: ${missing.join(", ")}`;
    const remedy = `install them with your package manager (Debian: apt-get install ${names})`;
    throw new UserError([{ code: "program-missing", severity: "error", value: missing, message, remedy }]);
  }
  await progress.step(`apt-get install ${names} (programs only, no service is started)`, async (note) => {
    // policy-rc.d is Debian's way to say that no service may start; RUNLEVEL=1 has the same effect without a file.
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    const apt = (...args: string[]): Promise<unknown> => run("apt-get", args, { env, onLine: note });
    await withLock(join(cacheRoot(), "locks", "apt"), async () => {
      await apt("update");
      await apt("install", "--yes", "--no-install-recommends", ...names.split(" "));
    });
  });
}
