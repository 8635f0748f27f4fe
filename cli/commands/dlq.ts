import { deadLetterPage, replayResult } from "@todo-platform/contracts";
import type { DeadLetter, ReplayRequest, ReplayResult } from "@todo-platform/contracts";
import type { Command, CommandContext, CommandResult } from "../command.ts";
import { callApp } from "../app-call.ts";
import { requireRunning } from "../running.ts";
import { localPlatform } from "../stack.ts";
import { UserError } from "../../local/user-error.ts";

const usage = (value: string, message: string): UserError =>
  new UserError([{ code: "usage", severity: "error", value, message, remedy: "See todo-platform dlq --help." }]);

const row = ({ id, topic, event_type, received_at, replayed_at }: DeadLetter): string =>
  `  ${id.padStart(6)}  ${received_at}  ${topic.padEnd(16)} ${event_type}${replayed_at ? `  (replayed ${replayed_at})` : ""}`;

async function list({ cluster, options }: CommandContext): Promise<CommandResult> {
  const query = new URLSearchParams();
  for (const name of ["topic", "limit"]) {
    const value = options[name];
    if (typeof value === "string") query.set(name, value);
  }
  if (options["all"] === true) query.set("all", "true");
  const platform = localPlatform(cluster);
  const path = `${platform.topology.deadLetters.route}?${query}`;
  const { app } = platform.topology.deadLetters;
  const { dead_letters } = deadLetterPage.parse(await callApp(cluster, platform, app, { method: "GET", path }));
  const text = dead_letters.length === 0 ? "There are no dead letters." : dead_letters.map(row).join("\n");
  return { ok: true, problems: [], data: { dead_letters }, text };
}

const replayText = ({ replayed, failed }: ReplayResult): string =>
  [`${replayed.length} replayed.`, ...failed.map(({ id, reason }) => `  ${id} stays: ${reason}`)].join("\n");

/** What shall be replayed: ids or a topic. */
function chosen({ args, options }: CommandContext): ReplayRequest {
  const ids = args.slice(1);
  const topic = options["topic"];
  if ((ids.length === 0) === (typeof topic !== "string"))
    throw usage(ids.join(" "), "replay takes either ids or --topic, not both");
  return typeof topic === "string" ? { topic } : { ids };
}

async function replay(cluster: string, body: ReplayRequest): Promise<CommandResult> {
  const platform = localPlatform(cluster);
  const { app, route } = platform.topology.deadLetters;
  const answer = await callApp(cluster, platform, app, { method: "POST", path: `${route}/replay`, body });
  const result = replayResult.parse(answer);
  return { ok: result.failed.length === 0, problems: [], data: { ...result }, text: replayText(result) };
}

export const dlqCommand: Command = {
  usage: "list|replay [ID...] [--topic TOPIC] [--all] [--limit N] [--cluster NAME] [--json]",
  summary: "Show the events that no subscriber could take, and publish them again.",
  details: `list shows those that were not replayed yet, the newest first; --all shows the others, too.
replay publishes the named ones, or all of a topic, to the topic from which they came. Every subscriber gets them under
their own event ids, so what was handled before is not handled twice. One that fails again comes back.`,
  options: {
    topic: { type: "string" },
    all: { type: "boolean", default: false },
    limit: { type: "string" },
  },
  run: async (context) => {
    const [action = ""] = context.args;
    if (action !== "list" && action !== "replay") throw usage(action, "the action is either list or replay");
    const request = action === "replay" ? chosen(context) : undefined;
    await requireRunning(context.cluster);
    return request === undefined ? list(context) : replay(context.cluster, request);
  },
};
