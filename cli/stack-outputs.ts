import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { repositoryRoot } from "../local/paths.ts";
import { UserError } from "../local/user-error.ts";
import { localStack } from "./stack.ts";

const execute = promisify(execFile);

/** Where outputs come from: a file (`-` is stdin), a stack of the pulumi on PATH, or an embedded cluster's stack. */
export interface OutputsSource {
  readonly file?: string;
  readonly stack?: string;
  readonly cluster: string;
  readonly showSecrets: boolean;
}

const refusal = (code: string, path: string, message: string, remedy: string): UserError =>
  new UserError([{ code, severity: "error", path, message, remedy }]);

const readText = (file: string): string => {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (failure) {
    throw refusal("usage", file, (failure as Error).message, "name a file, or - for stdin");
  }
};

const printed = async ({ stack, cluster, showSecrets }: OutputsSource): Promise<string> => {
  const { env, args } =
    stack === undefined ? await localStack(cluster) : { env: process.env, args: ["--stack", stack] };
  const all = ["stack", "output", "--json", "--non-interactive", ...args.slice(0, 2)];
  try {
    const shown = showSecrets ? [...all, "--show-secrets"] : all;
    return (await execute("pulumi", shown, { cwd: repositoryRoot, env, maxBuffer: 2 ** 26 })).stdout;
  } catch (failure) {
    const { stderr = "", message } = failure as Error & { stderr?: string };
    const told = stderr.trim().split("\n").at(-1) || message.split("\n")[0] || "";
    throw refusal("outputs-unread", stack ?? cluster, told, "see whether it is there: pulumi stack ls");
  }
};

/**
 * The JSON document of `pulumi stack output --json`.
 * @throws UserError when there is none
 */
export const outputsDocument = async (source: OutputsSource): Promise<unknown> => {
  const text = source.file === undefined ? await printed(source) : readText(source.file);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message would quote the text, and with it secrets.
    throw refusal("usage", source.file ?? "pulumi", "is no JSON", "pass what pulumi stack output --json prints");
  }
};
