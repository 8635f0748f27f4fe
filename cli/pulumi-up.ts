import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { repositoryRoot } from "../local/paths.ts";
import type { PreparedStack } from "../local/pulumi/prepare-stack.ts";
import { holdingInterrupt } from "./interrupt.ts";
import { UserError } from "../local/user-error.ts";
import { withPolicyPack } from "./policy-pack.ts";

/** The part of the CLI's output that says what went wrong: what the policy pack refuses, and the diagnostics. */
const diagnosticsOf = (lines: readonly string[]): string => {
  const start = lines.findIndex((line) => /^(Policies|Diagnostics):/.test(line));
  const end = lines.findIndex((line, index) => index > start && /^(Outputs|Resources):/.test(line));
  const section = start < 0 ? lines.slice(-20) : lines.slice(start + 1, end < 0 ? undefined : end);
  return section.filter((line) => line.trim() !== "" && !/warning: using pulumi-/.test(line)).join("\n");
};

/** Short words for a line of the CLI's output, for the progress display; undefined when it says nothing new. */
const noteOf = (line: string): string | undefined =>
  /^ [+~@ -]+\s+(\S+) (\S+) (creat|updat|delet|replac)\w* ?/.exec(line)?.[2];

/**
 * Runs the pinned `pulumi` on a prepared stack to its end and returns its output; the whole of it is kept in `logFile`.
 *
 * @throws UserError with the engine's diagnostics when it fails.
 */
export const runPulumi = async (
  args: readonly string[],
  { env, args: stackArgs }: PreparedStack,
  logFolder: string,
  note: (text: string) => void,
): Promise<string> => {
  const logFile = join(logFolder, `pulumi-${args[0]}.log`);
  const log = createWriteStream(logFile, { mode: 0o600 });
  const child = spawn("pulumi", [...withPolicyPack(args), "--non-interactive", "--color=never", ...stackArgs], {
    cwd: repositoryRoot,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      log.write(`${line}\n`);
      const text = noteOf(line);
      if (text !== undefined) note(text);
    });
  const code = await holdingInterrupt(
    () => new Promise<number>((resolve) => child.on("close", (status) => resolve(status ?? 128))),
  );
  log.end();
  if (code === 0) return lines.join("\n");
  const message = `pulumi ${args[0]} failed:\n${diagnosticsOf(lines)}`;
  throw new UserError([
    {
      code: "pulumi-failed",
      severity: "error",
      path: logFile,
      message,
      remedy: "mend what it names, then run npm start again: it goes on where it stopped",
    },
  ]);
};
