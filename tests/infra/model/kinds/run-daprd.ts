import { spawn } from "node:child_process";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { toolDir } from "../../../../local/paths.ts";
import { freePort } from "../../../support/free-port.ts";

/** How far a real daprd got with a document, and what it logged. */
export interface DaprdRun {
  readonly state: "running" | "ended" | "stuck";
  readonly log: string;
}

const initialized = "dapr initialized. Status: Running";
const pubsub = {
  apiVersion: "dapr.io/v1alpha1",
  kind: "Component",
  metadata: { name: "pubsub" },
  spec: { type: "pubsub.in-memory", version: "v1", metadata: [] },
};

const argumentsOf = async (folder: string, configured: boolean): Promise<string[]> => {
  const [http, grpc, internal, open] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  return [
    ...["--app-id", "shop", "--resources-path", join(folder, "resources"), "--enable-metrics=false"],
    ...["--dapr-http-port", `${http}`, "--dapr-grpc-port", `${grpc}`, "--dapr-internal-grpc-port", `${internal}`],
    ...["--dapr-public-port", `${open}`, "--dapr-listen-addresses", "127.0.0.1"],
    ...["--placement-host-address", "", "--scheduler-host-address", ""],
    ...(configured ? ["--config", join(folder, "config.yaml")] : []),
  ];
};

/** Runs the pinned daprd outside of a cluster with one document until it serves, ends, or has had its time. */
export const runDaprd = async (yaml: string, patience = 8000): Promise<DaprdRun> => {
  const folder = await mkdtemp(join(tmpdir(), "daprd-"));
  await mkdir(join(folder, "resources"));
  const configured = (parse(yaml) as { kind: string }).kind === "Configuration";
  await writeFile(join(folder, configured ? "config.yaml" : "resources/document.yaml"), yaml);
  await writeFile(join(folder, "resources/pubsub.yaml"), JSON.stringify(pubsub));
  const daprd = spawn(join(toolDir("dapr"), "bin/daprd"), await argumentsOf(folder, configured));
  let log = "";
  const state = await new Promise<DaprdRun["state"]>((resolve) => {
    const timer = setTimeout(() => resolve("stuck"), patience);
    let afterwards: NodeJS.Timeout | undefined;
    const settle = (result: DaprdRun["state"]): void => {
      clearTimeout(timer);
      clearTimeout(afterwards);
      resolve(result);
    };
    const listen = (chunk: Buffer): void => {
      log += chunk.toString();
      // Some objects are only read afterwards, and end it then.
      if (log.includes(initialized)) afterwards ??= setTimeout(() => settle("running"), 1500);
    };
    daprd.stdout.on("data", listen);
    daprd.stderr.on("data", listen);
    daprd.once("exit", () => settle("ended"));
  });
  const ended = daprd.exitCode === null && new Promise((resolve) => daprd.once("exit", resolve));
  daprd.kill("SIGKILL");
  await ended;
  await rm(folder, { recursive: true, force: true });
  return { state, log };
};
