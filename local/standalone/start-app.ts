import { join, resolve } from "node:path";
import { programPath } from "../toolchain/ensure-tools.ts";
import { startChild, type Child } from "./child.ts";
import { daprdArguments } from "./daprd-arguments.ts";
import type { StandaloneApp } from "./run-file.ts";
import { untilReady } from "./until-ready.ts";

/** How an app is started. */
export interface AppOptions {
  /** Folder of the run file. */
  readonly folder: string;
  /** Starts the app anew when its bundle changes. */
  readonly reload: boolean;
  readonly onLine: (name: string, line: string) => void;
}

const inLog = (folder: string, name: string): string => join(folder, "logs", `${name}.log`);

/** Variables that the Dapr CLI gives to apps. Source: dapr/cli pkg/standalone/run.go. */
const variablesOf = ({ appID, appPort, daprHTTPPort, daprGRPCPort, metricsPort, env }: StandaloneApp) => ({
  APP_ID: appID,
  ...(appPort === undefined ? {} : { APP_PORT: String(appPort) }),
  DAPR_HTTP_PORT: String(daprHTTPPort),
  DAPR_GRPC_PORT: String(daprGRPCPort),
  DAPR_METRICS_PORT: String(metricsPort),
  ...env,
});

const commandOf = ({ command }: StandaloneApp, reload: boolean): [string, string[]] => {
  const [program = "", ...args] = command;
  return program === "node" ? [process.execPath, [...(reload ? ["--watch"] : []), ...args]] : [program, args];
};

/** Outbound: components are loaded; the app is waited for by the sidecar itself. */
const isLoaded = (port: number) => (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/v1.0/healthz/outbound`, { headers: { connection: "close" } }).then(
    ({ status }) => status === 204,
    () => false,
  );

/** Starts an app and its sidecar, and waits for the sidecar to have loaded its components. */
export const startApp = async (app: StandaloneApp, { folder, reload, onLine }: AppOptions): Promise<Child[]> => {
  const { appID } = app;
  const [program, args] = commandOf(app, reload);
  const process_ = startChild({
    name: appID,
    program,
    args,
    cwd: resolve(folder, app.appDirPath),
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...variablesOf(app) },
    log: inLog(folder, appID),
    onLine: (line) => onLine(appID, line),
  });
  const sidecar = startChild({
    name: `${appID}-daprd`,
    program: programPath("dapr", "daprd"),
    args: daprdArguments(app),
    cwd: folder,
    // Other sidecars are told this address.
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], DAPR_HOST_IP: "127.0.0.1" },
    log: inLog(folder, `${appID}-daprd`),
  });
  try {
    await untilReady(sidecar, isLoaded(app.daprHTTPPort));
  } catch (failure) {
    await Promise.all([process_.stop(), sidecar.stop()]);
    throw failure;
  }
  return [process_, sidecar];
};
