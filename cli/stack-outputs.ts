import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { repositoryRoot } from "../local/paths.ts";
import { readText, refusal, stackOf, type StackSource } from "./stack-source.ts";

const execute = promisify(execFile);

/** Where outputs come from, and how. */
export interface OutputsSource extends StackSource {
  readonly showSecrets: boolean;
}

const printed = async (source: OutputsSource): Promise<string> => {
  const { stack, cluster, showSecrets } = source;
  const { env, args } = await stackOf(source);
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
