import { spawn } from "node:child_process";

/** What a finished program left. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a program is run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Text for its standard input. */
  readonly input?: string;
  /** Return instead of throwing when it exits non-zero. */
  readonly allowFailure?: boolean;
  /** Interrupts the program, as Ctrl-C does. */
  readonly signal?: AbortSignal;
  /** Called with each line of stderr. */
  readonly onLine?: (line: string) => void;
}

const KEPT_LINES = 15;

/** Runs a program to its end and returns its output; throws with its last lines when it fails. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const { cwd, env = process.env, signal } = options;
    const child = spawn(program, args, { cwd, env, signal, killSignal: "SIGINT", stdio: "pipe" });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      for (const line of text.split("\n")) if (line.trim() !== "") options.onLine?.(line.trim());
    });
    child.on("error", (error) => reject(new Error(`${program} could not be started: ${error.message}`)));
    child.on("close", (code, killedBy) => {
      const result = { code: code ?? 128, stdout, stderr };
      if (code === 0 || options.allowFailure === true) return resolve(result);
      const tail = (stderr || stdout).trimEnd().split("\n").slice(-KEPT_LINES).join("\n");
      reject(new Error(`${program} ${args.join(" ").slice(0, 200)} failed (${killedBy ?? `exit ${code}`}):\n${tail}`));
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input);
  });
}
