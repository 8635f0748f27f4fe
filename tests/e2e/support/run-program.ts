import { spawn } from "node:child_process";
import { repositoryRoot } from "../../../local/paths.ts";

/** How a program ended. */
export interface ProgramResult {
  /** Exit code; 128 when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of {@link runProgram}. */
export interface ProgramOptions {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program in the checkout to its end. */
export const runProgram = (
  program: string,
  args: readonly string[],
  { input, env = process.env }: ProgramOptions = {},
): Promise<ProgramResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: repositoryRoot, env, stdio: ["pipe", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 128, stdout, stderr }));
    // A program may end without reading its input.
    child.stdin.on("error", () => undefined).end(input);
  });

/** Runs a subcommand of the CLI, as a user would. */
export const runCli = (args: readonly string[], options: ProgramOptions = {}): Promise<ProgramResult> =>
  runProgram(process.execPath, ["cli/main.ts", ...args], options);
