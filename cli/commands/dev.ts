import { execFile } from "node:child_process";
import { watch } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { databaseScript, runFileName } from "../../infra/render/standalone/render-standalone.ts";
import { kafkaTopicNames } from "../../infra/model/kafka.ts";
import { toBytes } from "../../infra/model/units.ts";
import { repositoryRoot, stateDir } from "../../local/paths.ts";
import { startStandalone, type Standalone, type StandaloneOptions } from "../../local/standalone/start-standalone.ts";
import { UserError } from "../../local/user-error.ts";
import type { Command, CommandContext, CommandResult } from "../command.ts";
import { endingOnInterrupt } from "../interrupt.ts";
import { standaloneExport, type StandaloneExport } from "../standalone-export.ts";
import { writeExport } from "../write-export.ts";

const execute = promisify(execFile);
const apps = join(repositoryRoot, "apps");

const bundle = (): Promise<unknown> => execute(process.execPath, [join(apps, "build.mjs")]);

/** Bundles anew whenever a source of an app has changed; the app's process then starts again by itself. */
const bundleOnChange = (signal: AbortSignal): void => {
  let timer: NodeJS.Timeout | undefined;
  watch(apps, { recursive: true, signal }, (_event, file) => {
    if (file === null || !/\/(src|web)\//.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      bundle().catch((failure: unknown) => console.error((failure as { stderr?: string }).stderr ?? failure));
    }, 200);
  });
};

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

const refuse = (): never => {
  throw new UserError([
    {
      code: "usage",
      severity: "error",
      message: "only the loop without Kubernetes is there",
      remedy: "todo-platform dev --standalone",
    },
  ]);
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

const run = ({ options, progress, json }: CommandContext): Promise<CommandResult> =>
  endingOnInterrupt(async (signal) => {
    if (options["standalone"] !== true) return refuse();
    const { dir } = options;
    // No cluster can have this name.
    const folder = typeof dir === "string" ? resolve(dir) : join(dirname(stateDir("local")), "standalone.dev");
    const made = await standaloneExport(folder, String(options["port-offset"]));
    await writeExport(folder, made.files);
    await progress.step("bundle the apps", bundle);
    const running = await startStandalone(optionsOf(made, folder), progress);
    const stopping = new AbortController();
    bundleOnChange(stopping.signal);
    console.log(json ? JSON.stringify({ ready: true, ports: made.ports, folder }) : welcome(made, folder));
    const result = await untilEnd(running, signal, folder);
    stopping.abort();
    await progress.step("stop everything", () => running.stop());
    return result;
  });

export const devCommand: Command = {
  usage: "--standalone [--dir DIR] [--port-offset N] [--json]",
  summary: "Run the platform as processes on this machine, without Kubernetes, and reload what is changed.",
  details: `Writes the run file of \`render --target standalone\` and starts everything that it needs on 127.0.0.1: Kafka,
PostgreSQL, Dapr's scheduler and placement, and each app with its daprd. The apps' lines go to stderr. (Dapr's scheduler
and placement answer health checks on every address; all else is on loopback.)

  --dir DIR          where run file, data and logs are kept (default: the state folder)
  --port-offset N    is added to every port, so that nothing else is in the way (default: 0)
  --json             one line on stdout when everything runs`,
  options: {
    standalone: { type: "boolean", default: false },
    dir: { type: "string" },
    "port-offset": { type: "string", default: "0" },
  },
  run,
};
