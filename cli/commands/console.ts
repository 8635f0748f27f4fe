import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serveConsole, type ServedConsole } from "../../infra/console/serve-console.ts";
import { UserError } from "../../local/user-error.ts";
import { openCluster } from "../cluster-view.ts";
import type { Command, CommandContext, CommandResult } from "../command.ts";
import { endingOnInterrupt } from "../interrupt.ts";
import { requireRunning } from "../running.ts";
import { localPlatform } from "../stack.ts";

const wrongPort = (code: string, value: unknown, message: string, remedy: string): UserError =>
  new UserError([{ code, severity: "error", path: "--port", value, message, remedy }]);

const portOf = (value: unknown): number => {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw wrongPort("usage", value, "is no port", "name one from 0 to 65535");
};

const idiomorph = (): string =>
  readFileSync(fileURLToPath(import.meta.resolve("idiomorph/dist/idiomorph.esm.js")), "utf8");

const serve = async ({ cluster, options }: CommandContext, token: string, port: number): Promise<ServedConsole> => {
  const platform = localPlatform(cluster);
  const open = () => openCluster(cluster, platform.namespace);
  const mayReplay = options["allow-replay"] === true;
  const args = { platform, open, token, port, mayReplay, certificates: true, idiomorph: idiomorph() };
  return serveConsole(args).catch((cause: Error) => {
    throw wrongPort("port-in-use", port, cause.message, "name another: --port 0 takes any that is free");
  });
};

const run = async (context: CommandContext): Promise<CommandResult> => {
  const port = portOf(context.options["port"]);
  await requireRunning(context.cluster);
  return endingOnInterrupt(async (signal) => {
    const token = randomBytes(24).toString("base64url");
    const served = await serve(context, token, port);
    const url = `http://127.0.0.1:${served.port}/?token=${token}`;
    console.log(
      context.json ? JSON.stringify({ ready: true, url }) : `\n  Operators' page  ${url}\n\n  Ctrl-C ends it.`,
    );
    if (!signal.aborted) await new Promise((done) => signal.addEventListener("abort", done));
    await served.stop();
    // A connection to an apiserver that hangs would keep the program for minutes.
    setTimeout(() => process.exit(), 1000).unref();
    return { ok: true, problems: [] };
  });
};

export const consoleCommand: Command = {
  usage: "[--port N] [--allow-replay] [--cluster NAME] [--json]",
  summary: "Show a page for operators: apps, sidecars, topics, dead letters, certificates, traces, problems.",
  details: `The page is on 127.0.0.1 only and asks for the token that stands in the printed address. It reads and changes nothing,
unless --allow-replay lets it publish dead letters again. It goes on through failures of the cluster: what was seen stays,
with its age and the reason. As a pod of the cluster it is a key of the stack's config: todo-platform:operatorsPage.

  --port N           where it listens (default: 18090; 0 takes any that is free)
  --json             one line on stdout when it listens`,
  options: {
    port: { type: "string", default: "18090" },
    "allow-replay": { type: "boolean", default: false },
  },
  run,
};
