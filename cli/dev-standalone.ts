import { dirname, join, resolve } from "node:path";
import { databaseScript, runFileName } from "../infra/render/standalone/render-standalone.ts";
import { kafkaTopicNames } from "../infra/model/kafka.ts";
import { toBytes } from "../infra/model/units.ts";
import { stateDir } from "../local/paths.ts";
import { startStandalone, type Standalone, type StandaloneOptions } from "../local/standalone/start-standalone.ts";
import type { CommandContext, CommandResult } from "./command.ts";
import { standaloneExport, type StandaloneExport } from "./standalone-export.ts";
import { bundleApps, ownApps, watchApps } from "./watch-apps.ts";
import { writeExport } from "./write-export.ts";

const optionsOf = ({ platform, ports, secrets, files }: StandaloneExport, folder: string): StandaloneOptions => ({
  folder,
  runFile: runFileName,
  data: join(folder, "data"),
  kafka: {
    port: ports.kafka,
    topics: kafkaTopicNames(platform.topology),
    maxMessageBytes: toBytes(platform.maxMessageSize) + 65_536,
  },
  postgres: {
    port: ports.postgres,
    // Whoever may read the folder knows the databases' passwords as well.
    password: secrets["jwt-secret"]?.["key"] ?? "",
    script: files.find(({ path }) => path === databaseScript)?.text ?? "",
  },
  scheduler: ports.scheduler,
  placement: ports.placement,
  reload: true,
  onLine: (name, line) => console.error(`${name.padEnd(24)} ${line}`),
});

const welcome = ({ ports, secrets, platform }: StandaloneExport, folder: string): string => {
  const { username, password } = secrets["demo-user"] ?? {};
  const sink = platform.messageSink && ports.apps[platform.messageSink.name];
  return `
  Web UI      http://127.0.0.1:${ports.apps["todo-frontend"]?.app}
  Messages    http://127.0.0.1:${sink?.app}/messages
  Files       ${folder}

  Sign in as  ${username}
  Password    ${password}

  An app starts anew when its source changes. Ctrl-C ends everything and keeps the data.`;
};

/** Waits for Ctrl-C, or for something to end that should not. */
const untilEnd = async ({ children }: Standalone, signal: AbortSignal, folder: string): Promise<CommandResult> => {
  const stopped = new Promise<undefined>((done) => signal.addEventListener("abort", () => done(undefined)));
  const ended = children.map(async (child) => ({ child, how: await child.ended }));
  const first = signal.aborted ? undefined : await Promise.race([stopped, ...ended]);
  if (first === undefined) return { ok: true, problems: [] };
  const message = `${first.child.name} ended (${first.how})\n  ${first.child.lastLines().join("\n  ")}`;
  const remedy = `see ${join(folder, "logs")} and ${join(folder, "data")}`;
  return { ok: false, problems: [{ code: "ended", severity: "error", message, remedy }] };
};

/** Runs everything on this machine until it is told to end. */
export const devStandalone = async (
  { options, progress, json }: CommandContext,
  signal: AbortSignal,
): Promise<CommandResult> => {
  const { dir } = options;
  // No cluster can have this name.
  const folder = typeof dir === "string" ? resolve(dir) : join(dirname(stateDir("local")), "standalone.dev");
  const made = await standaloneExport(folder, String(options["port-offset"]));
  await writeExport(folder, made.files);
  await progress.step("bundle the apps", () => bundleApps(ownApps));
  const running = await startStandalone(optionsOf(made, folder), progress);
  const stopping = new AbortController();
  watchApps(ownApps, () => bundleApps(ownApps), stopping.signal);
  console.log(json ? JSON.stringify({ ready: true, ports: made.ports, folder }) : welcome(made, folder));
  const result = await untilEnd(running, signal, folder);
  stopping.abort();
  await progress.step("stop everything", () => running.stop());
  return result;
};
