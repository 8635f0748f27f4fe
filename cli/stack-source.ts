import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { repositoryRoot } from "../local/paths.ts";
import { UserError } from "../local/user-error.ts";
import { localStack } from "./stack.ts";

const execute = promisify(execFile);

/** Where a document of a stack comes from: a file (`-` is stdin), a stack of the pulumi on PATH, or an embedded cluster's stack. */
export interface StackSource {
  readonly file?: string;
  readonly stack?: string;
  readonly cluster: string;
}

export const refusal = (code: string, path: string, message: string, remedy: string): UserError =>
  new UserError([{ code, severity: "error", path, message, remedy }]);

/** Text of a file, `-` is stdin. */
export const readText = (file: string): string => {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (failure) {
    throw refusal("usage", file, (failure as Error).message, "name a file, or - for stdin");
  }
};

/** Variables and arguments with which `pulumi` finds the stack. */
export const stackOf = async ({ stack, cluster }: StackSource) =>
  stack === undefined ? await localStack(cluster) : { env: process.env, args: ["--stack", stack] };

/**
 * What a command of `pulumi` prints of a stack.
 * @throws UserError with the engine's last words, under `code` and the stack's name
 */
export const printedOf = async (
  stack: string,
  code: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> => {
  try {
    const options = { cwd: repositoryRoot, env, maxBuffer: 2 ** 28 };
    return (await execute("pulumi", [...args, "--non-interactive"], options)).stdout;
  } catch (failure) {
    const { stderr = "", message } = failure as Error & { stderr?: string };
    const told = stderr.trim().split("\n").at(-1) || message.split("\n")[0] || "";
    throw refusal(code, stack, told, "see whether it is there: pulumi stack ls");
  }
};

/**
 * A JSON document of a stack.
 * @throws UserError without a word of the text, in which secrets may stand
 */
export const parseDocument = (text: string, path: string, remedy: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refusal("usage", path, "is no JSON", remedy);
  }
};
