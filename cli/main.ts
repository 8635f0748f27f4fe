import { parseArgs } from "node:util";
import { createProgress } from "../local/progress.ts";
import { formatProblem, UserError, type Problem } from "../local/user-error.ts";
import type { Command, CommandResult } from "./command.ts";
import { helpFor, overview } from "./help.ts";
import { endOnInterrupt } from "./interrupt.ts";
import { lightCommands } from "./light-commands.ts";

const usageExit = 2;

const print = (result: CommandResult, json: boolean): void => {
  if (json) console.log(JSON.stringify({ ok: result.ok, problems: result.problems, ...result.data }, null, 2));
  else {
    for (const problem of result.problems) console.error(formatProblem(problem));
    if (result.text !== undefined) console.log(result.text);
  }
};

const usageError = (message: string, json: boolean): number => {
  const problem: Problem = { code: "usage", severity: "error", message, remedy: "see todo-platform --help" };
  print({ ok: false, problems: [problem] }, json);
  return usageExit;
};

const global = {
  cluster: { type: "string", default: "local" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const parse = (command: Command, args: string[]) =>
  parseArgs({ args, options: { ...command.options, ...global }, allowPositionals: true, strict: true });

/** `--cluster NAME` may stand before the arguments of a tool that are handed on. */
const splitPassThrough = (args: string[]): { cluster: string; rest: string[] } =>
  args[0] === "--cluster" ? { cluster: args[1] ?? "local", rest: args.slice(2) } : { cluster: "local", rest: args };

const runPassThrough = async (command: Command, args: string[]): Promise<number> => {
  const { cluster, rest } = splitPassThrough(args);
  const result = await command.run({ cluster, json: false, progress: createProgress(), options: {}, args: rest });
  print(result, false);
  return result.exitCode ?? (result.ok ? 0 : 1);
};

const runCommand = async (name: string, command: Command, args: string[]): Promise<number> => {
  if (command.passThrough) return runPassThrough(command, args);
  const wantsJson = args.includes("--json");
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(command, args);
  } catch (failure) {
    return usageError((failure as Error).message, wantsJson);
  }
  const { cluster, json, help, ...options } = parsed.values;
  if (help) {
    console.log(helpFor(name, command));
    return 0;
  }
  if (!/^[a-z][a-z0-9-]{0,20}$/.test(cluster)) return usageError(`'${cluster}' is no name for a cluster`, json);
  const result = await command.run({ cluster, json, progress: createProgress(), options, args: parsed.positionals });
  print(result, json);
  return result.exitCode ?? (result.ok ? 0 : 1);
};

/** What went wrong, for people; the stack only on request, since most failures are a tool's and say so themselves. */
const problemsOf = (failure: unknown): readonly Problem[] => {
  if (failure instanceof UserError) return failure.problems;
  if (process.env["TODO_PLATFORM_DEBUG"]) throw failure;
  const message = failure instanceof Error ? failure.message : String(failure);
  return [
    {
      code: "unexpected",
      severity: "error",
      message,
      remedy: "run it again with TODO_PLATFORM_DEBUG=1 to see where it comes from",
    },
  ];
};

/** A command by its name; what only heavy commands need is loaded for them alone. */
const find = async (name: string): Promise<Command | undefined> =>
  Object.hasOwn(lightCommands, name) ? lightCommands[name] : (await import("./commands.ts")).findCommand(name);

const main = async ([name, ...args]: string[]): Promise<number> => {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(overview((await import("./commands.ts")).commands));
    return name === undefined ? usageExit : 0;
  }
  const command = await find(name);
  if (!command) {
    const { commands } = await import("./commands.ts");
    const known = Object.keys(commands).join(", ");
    return usageError(`there is no command '${name}'; there are ${known}`, args.includes("--json"));
  }
  try {
    return await runCommand(name, command, args);
  } catch (failure) {
    const problems = problemsOf(failure);
    print({ ok: false, problems }, args.includes("--json"));
    return problems.some(({ code }) => code === "usage") ? usageExit : 1;
  }
};

endOnInterrupt();
process.exitCode = await main(process.argv.slice(2));
