import type { ParseArgsOptionsConfig } from "node:util";
import type { Progress } from "../local/progress.ts";
import type { Problem } from "../local/user-error.ts";

/** What a command is given. */
export interface CommandContext {
  readonly cluster: string;
  readonly json: boolean;
  readonly progress: Progress;
  /** Values of the command's own options. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** What is left after the options; for `kubectl` and `pulumi` everything. */
  readonly args: readonly string[];
}

/** What a command found; printed as text for people, or as one JSON document. */
export interface CommandResult {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** Further fields of the JSON document. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Text for people, on stdout. */
  readonly text?: string;
  /** Exit code of a tool that was run through; otherwise 0 or 1 by `ok`. */
  readonly exitCode?: number;
}

/** One subcommand of `todo-platform`. */
export interface Command {
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The rest of `--help`. */
  readonly details: string;
  readonly options?: ParseArgsOptionsConfig;
  /** Hands all arguments on to a tool instead of parsing them. */
  readonly passThrough?: boolean;
  readonly run: (context: CommandContext) => Promise<CommandResult>;
}
