import type { Command } from "./command.ts";

const globalOptions = `  --cluster NAME   the embedded cluster that is meant (default: local)
  --json           one JSON document {ok, problems, ...} on stdout, progress on stderr
  --help, -h       this text`;

/** Text of `todo-platform --help`. */
export const overview = (commands: Readonly<Record<string, Command>>): string => {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `usage: todo-platform <command> [options]\n\n${lines.join("\n")}\n\nOptions of every command:\n${globalOptions}\n
Exit codes: 0 fine, 1 findings or failure, 2 wrong usage or unreadable input.`;
};

/** Text of `todo-platform <command> --help`. */
export const helpFor = (name: string, command: Command): string =>
  `usage: todo-platform ${name} ${command.usage}\n\n${command.summary}\n\n${command.details}\n\nOptions:\n${globalOptions}`;
