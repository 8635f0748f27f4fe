import { existsSync } from "node:fs";
import { toolDir } from "../../local/paths.ts";
import { startTools } from "../../local/toolchain/tools.ts";
import { versions, type ToolName } from "../../local/versions.ts";
import type { Command } from "../command.ts";
import { checkMachine } from "../machine.ts";

export const doctorCommand: Command = {
  usage: "[--json]",
  summary: "Say what the machine lacks, and how to get it.",
  details: "Looks only; installs and builds nothing. Exits 1 when something that is needed is missing.",
  run: async ({ cluster }) => {
    const requirements = await checkMachine(cluster);
    const problems = requirements.flatMap(({ problem }) => (problem ? [problem] : []));
    const names = Object.keys(versions.tools) as ToolName[];
    const tools = names.map((name) => ({ name, version: versions.tools[name], built: existsSync(toolDir(name)) }));
    const rows = requirements.map(
      ({ name, found, problem }) => `  ${problem ? "!!" : "ok"}  ${name.padEnd(14)} ${found}`,
    );
    const when = (name: ToolName): string =>
      startTools.includes(name) ? "will be made by npm start" : "will be made when a test needs it";
    const built = tools.map(
      ({ name, version, built }) =>
        `  ${built ? "ok" : "--"}  ${`${name} ${version}`.padEnd(34)} ${built ? "in the cache" : when(name)}`,
    );
    return {
      ok: problems.length === 0,
      problems,
      data: { requirements: requirements.map(({ name, found, problem }) => ({ name, found, ok: !problem })), tools },
      text: `Machine\n${rows.join("\n")}\nTools\n${built.join("\n")}`,
    };
  },
};
