import { writeFileSync } from "node:fs";
import { toMermaid } from "../../infra/graph/mermaid.ts";
import { platformGraph } from "../../infra/graph/platform-graph.ts";
import type { Graph } from "../../infra/graph/graph.ts";
import { remedyForName } from "../../infra/model/names.ts";
import { profiles } from "../../infra/model/profiles/profiles.ts";
import { targetNames, targets } from "../../infra/model/targets.ts";
import { UserError } from "../../local/user-error.ts";
import type { Command } from "../command.ts";

const formats = ["mermaid", "svg", "json"] as const;

const chosen = <Name extends string>(option: string, value: unknown, known: readonly Name[]): Name => {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  const message = `'${String(value)}' is no ${option}`;
  const remedy = remedyForName(String(value), known, `${option}s`);
  throw new UserError([{ code: "usage", severity: "error", message, remedy }]);
};

const draw = async (graph: Graph, format: (typeof formats)[number], title: string): Promise<string> => {
  switch (format) {
    case "mermaid":
      return `${toMermaid(graph)}\n`;
    case "json":
      return `${JSON.stringify(graph, null, 2)}\n`;
    case "svg":
      return (await import("../../infra/graph/svg.ts")).toSvg(graph, title);
  }
};

export const graphCommand: Command = {
  usage: "[--format mermaid|svg|json] [--target NAME] [--profile NAME] [--out FILE] [--json]",
  summary: "Draw the platform from its model: apps, topics, stores, schedules, calls.",
  details: `Reads the model only, so it needs no cluster. Its order is stable: equal platforms give equal text.

  --format FORMAT   mermaid (default), svg or json; --json is {ok, problems, nodes, edges}
  --target NAME     ${targetNames.join(", ")} (default: local)
  --profile NAME    ${Object.keys(profiles).join(", ")} (default: default)
  --out FILE        write there instead of to stdout`,
  options: {
    format: { type: "string", default: "mermaid" },
    target: { type: "string", default: "local" },
    profile: { type: "string", default: "default" },
    out: { type: "string" },
  },
  run: async ({ json, options }) => {
    const format = chosen("format", options["format"], formats);
    const target = chosen("target", options["target"], targetNames);
    const profile = chosen("profile", options["profile"], Object.keys(profiles) as (keyof typeof profiles)[]);
    const graph = platformGraph(profiles[profile](targets[target]));
    const text = await draw(graph, format, `Platform of profile ${profile} on target ${target}`);
    const { out } = options;
    if (typeof out !== "string") return { ok: true, problems: [], data: { ...graph }, text: text.trimEnd() };
    try {
      writeFileSync(out, text);
    } catch (failure) {
      const message = (failure as Error).message;
      throw new UserError([
        { code: "usage", severity: "error", path: out, message, remedy: "name a file in a folder" },
      ]);
    }
    return json
      ? { ok: true, problems: [], data: { ...graph, out } }
      : { ok: true, problems: [], text: `wrote ${out}` };
  },
};
