import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { freePort } from "../../../../support/free-port.ts";

/** What a real daprd says of a component. */
export type Loading =
  | { readonly result: "loaded" }
  | { readonly result: "not built in" }
  | { readonly result: "refused"; readonly reason: string };

/** What a line of the log says: the component's name, and what became of it, if that is known. */
const readMessage = (message: string): { name: string; loading?: Loading } | undefined => {
  const [, event = "", name = "", rest = ""] =
    /^(Loading component:|Component loaded:|Failed to init component) (\S+) \([^)]*\)(?:: ([\s\S]*))?$/.exec(message) ??
    [];
  if (event === "") return undefined;
  if (event === "Loading component:") return { name };
  if (event === "Component loaded:") return { name, loading: { result: "loaded" } };
  if (/couldn't find|has not been registered/.test(rest)) return { name, loading: { result: "not built in" } };
  const reason = rest.slice(rest.lastIndexOf(`for ${name} `)).replace(/^for \S+ \([^)]*\): /, "");
  return { name, loading: { result: "refused", reason: reason.split("\n")[0] ?? "" } };
};

const daprdArguments = (folder: string, ports: readonly number[]): string[] => [
  "--app-id=probe",
  "--mode=standalone",
  `--resources-path=${folder}`,
  "--log-as-json",
  "--log-level=debug",
  `--dapr-http-port=${ports[0]}`,
  `--dapr-grpc-port=${ports[1]}`,
  `--dapr-internal-grpc-port=${ports[2]}`,
  "--dapr-listen-addresses=127.0.0.1",
  "--enable-metrics=false",
  "--placement-host-address=",
  "--scheduler-host-address=",
];

/** Starts a daprd, reads its log until it runs, ends, or takes too long, and stops it: component's name to outcome. */
export const watchDaprd = async (daprd: string, folder: string): Promise<Map<string, Loading>> => {
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  const process = spawn(daprd, daprdArguments(folder, ports));
  const outcomes = new Map<string, Loading>();
  const timer = setTimeout(() => process.kill("SIGKILL"), 90_000);
  let current = "";
  for await (const line of createInterface({ input: process.stdout })) {
    const message = line.startsWith("{") ? (JSON.parse(line) as { msg: string }).msg : line;
    const found = readMessage(message);
    if (found !== undefined) current = found.name;
    if (found?.loading !== undefined) outcomes.set(found.name, found.loading);
    if (message.startsWith("dapr initialized")) break;
  }
  process.kill("SIGKILL");
  clearTimeout(timer);
  if (current !== "" && !outcomes.has(current)) outcomes.set(current, { result: "refused", reason: "daprd ends" });
  return outcomes;
};
