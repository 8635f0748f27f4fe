import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { KubeConfig } from "@kubernetes/client-node";
import { deadLetterPage, replayResult } from "@todo-platform/contracts";
import { createConsole } from "../../infra/console/console-app.ts";
import { Observer } from "../../infra/console/observer.ts";
import { ClusterView } from "../../infra/verify/cluster-view.ts";
import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { UserError } from "../../local/user-error.ts";
import type { Command, CommandContext, CommandResult } from "../command.ts";
import { callApp } from "../app-call.ts";
import { endingOnInterrupt } from "../interrupt.ts";
import { requireRunning } from "../running.ts";
import { localPlatform } from "../stack.ts";

const portOf = (value: unknown): number => {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UserError([
    {
      code: "usage",
      severity: "error",
      path: "--port",
      value,
      message: "is no port",
      remedy: "name one from 0 to 65535",
    },
  ]);
};

const listen = (server: ReturnType<typeof createServer>, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", (cause) =>
      reject(
        new UserError([
          {
            code: "port-in-use",
            severity: "error",
            path: "--port",
            value: port,
            message: cause.message,
            remedy: "name another: --port 0 takes any that is free",
          },
        ]),
      ),
    );
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });

const run = async ({ cluster, options, json }: CommandContext): Promise<CommandResult> => {
  const port = portOf(options["port"]);
  await requireRunning(cluster);
  const platform = localPlatform(cluster);
  const { app: keeper, route } = platform.topology.deadLetters;
  const open = (): ClusterView => {
    const kubeconfig = new KubeConfig();
    kubeconfig.loadFromFile(clusterFiles(cluster).kubeconfig);
    return new ClusterView(kubeconfig, platform.namespace);
  };
  const deadLetters = async () =>
    deadLetterPage.parse(await callApp(cluster, platform, keeper, { method: "GET", path: `${route}?limit=1000` }))
      .dead_letters;
  const replay = async (ids: readonly string[]) =>
    replayResult.parse(
      await callApp(cluster, platform, keeper, { method: "POST", path: `${route}/replay`, body: { ids } }),
    );
  return endingOnInterrupt(async (signal) => {
    const observer = new Observer({ platform, open, deadLetters });
    const token = randomBytes(24).toString("base64url");
    const app = createConsole({
      platform,
      token,
      observed: () => observer.observed,
      replay: options["allow-replay"] === true ? replay : undefined,
    });
    const server = createServer(app);
    const url = `http://127.0.0.1:${await listen(server, port)}/?token=${token}`;
    console.log(json ? JSON.stringify({ ready: true, url }) : `\n  Operators' page  ${url}\n\n  Ctrl-C ends it.`);
    const first = observer.start();
    if (!signal.aborted) await new Promise((done) => signal.addEventListener("abort", done));
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await first;
    await observer.stop();
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
with its age and the reason.

  --port N           where it listens (default: 18090; 0 takes any that is free)
  --json             one line on stdout when it listens`,
  options: {
    port: { type: "string", default: "18090" },
    "allow-replay": { type: "boolean", default: false },
  },
  run,
};
