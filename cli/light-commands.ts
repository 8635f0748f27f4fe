import type { Command } from "./command.ts";
import { importCommand } from "./commands/import.ts";
import { lintCommand } from "./commands/lint.ts";

/** Commands that read and write files only. They are found without loading what the others need, and start at once. */
export const lightCommands: Readonly<Record<string, Command>> = { lint: lintCommand, import: importCommand };
