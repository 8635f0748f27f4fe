import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync, chmodSync, existsSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { Job, Step } from "./workflow-files.ts";

/** How a step ended. */
export interface StepResult {
  readonly code: number | null;
  readonly output: string;
}

/** A fresh clone, and programs that stand in for what only the real place has: gh, az, and pulumi with its clouds. */
export interface Runner {
  readonly checkout: string;
  /** Every call of a stand-in: its name and arguments. */
  calls: () => string[];
  forget: () => void;
  /** Runs one step as a runner does: `bash -e`, variables of job and step, expressions replaced by `context`. */
  run: (job: Job, step: Step, context: Readonly<Record<string, string>>) => StepResult;
  /** Runs a script with the stand-ins on PATH. */
  shell: (script: string, env: Readonly<Record<string, string>>, options?: readonly string[]) => StepResult;
}

const script = (log: string, body: string): string => `#!/bin/bash
printf '%s' "$(basename "$0")" >> ${log}
printf ' %q' "$@" >> ${log}
echo >> ${log}
${body}
`;

/** Replaces what a runner replaces before a shell sees it; an unknown expression is a mistake of the test. */
const resolved = (text: string, context: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$\{\{ ([^}]+?) \}\}/g, (_, expression: string) => {
    const value = context[expression];
    if (value === undefined) throw new Error(`no value for the expression ${expression}`);
    return value;
  });

/** Clones the checkout as it is committed, and puts the stand-ins on PATH. */
export const createRunner = (folder: string, source: string, standIns: Readonly<Record<string, string>>): Runner => {
  const [checkout, bin, log] = [join(folder, "checkout"), join(folder, "bin"), join(folder, "calls.log")];
  const cloned = spawnSync("git", ["clone", "-q", "--depth", "1", `file://${source}`, checkout], { encoding: "utf8" });
  if (cloned.status !== 0) throw new Error(cloned.stderr);
  mkdirSync(bin);
  for (const [name, body] of Object.entries(standIns)) {
    writeFileSync(join(bin, name), script(log, body));
    chmodSync(join(bin, name), 0o755);
  }
  const path = [bin, dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter);
  const shell: Runner["shell"] = (text, env, options = ["-e"]) => {
    const { status, stdout, stderr } = spawnSync("bash", [...options, "-c", text], {
      cwd: checkout,
      encoding: "utf8",
      maxBuffer: 2 ** 27,
      env: { ...process.env, PATH: path, ...env },
    });
    return { code: status, output: `${stdout}${stderr}` };
  };
  return {
    checkout,
    calls: () => (existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : []),
    forget: () => rmSync(log, { force: true }),
    run: (job, step, context) => {
      const given = Object.entries({ ...job.env, ...step.env }).map(([name, value]) => [
        name,
        resolved(String(value), context),
      ]);
      return shell(step.run ?? "false", {
        GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
        ...Object.fromEntries(given),
      });
    },
    shell,
  };
};
