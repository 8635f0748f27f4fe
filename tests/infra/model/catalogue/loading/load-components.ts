import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { stringify } from "yaml";
import { freePort } from "../../../../support/free-port.ts";
import type { CatalogueEntry } from "../../../../../infra/model/dapr/catalogue/entry.ts";
import { sampleValue, valuesOfType } from "./sample-values.ts";

/** What a real daprd says of a component. */
export type Loading =
  | { readonly result: "loaded" }
  | { readonly result: "not built in" }
  | { readonly result: "refused"; readonly reason: string };

const idOf = (entry: CatalogueEntry): string => `${entry.type}/${entry.version}`;

const manifest = (entry: CatalogueEntry, values: Readonly<Record<string, string>>): object => {
  const required = [...(entry.authentication[0]?.fields ?? []), ...entry.fields].filter((field) => field.required);
  const metadata = { ...Object.fromEntries(required.map((field) => [field.name, sampleValue(field)])), ...values };
  return {
    apiVersion: "dapr.io/v1alpha1",
    kind: "Component",
    metadata: { name: idOf(entry).replaceAll(/[./]/g, "-") },
    spec: {
      type: entry.type,
      version: entry.version,
      ignoreErrors: true,
      initTimeout: "1s",
      metadata: Object.entries(metadata).map(([name, value]) => ({ name, value })),
    },
  };
};

/** Reads the log of a daprd until it runs, ends, or takes too long: id of the component to what became of it. */
const watch = async (daprd: string, folder: string): Promise<Map<string, Loading>> => {
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  const process = spawn(daprd, [
    ...[
      "--app-id",
      "probe",
      "--mode",
      "standalone",
      "--resources-path",
      folder,
      "--log-as-json",
      "--log-level",
      "debug",
    ],
    ...[
      "--dapr-http-port",
      `${ports[0]}`,
      "--dapr-grpc-port",
      `${ports[1]}`,
      "--dapr-internal-grpc-port",
      `${ports[2]}`,
    ],
    ...["--dapr-listen-addresses", "127.0.0.1", "--enable-metrics=false"],
    ...["--placement-host-address", "", "--scheduler-host-address", ""],
  ]);
  const outcomes = new Map<string, Loading>();
  const timer = setTimeout(() => process.kill("SIGKILL"), 90_000);
  let current = "";
  for await (const line of createInterface({ input: process.stdout })) {
    const message = line.startsWith("{") ? (JSON.parse(line) as { msg: string }).msg : line;
    const id = /\(([\w.-]+\/v\d+)\)/.exec(message)?.[1] ?? "";
    if (message.startsWith("Loading component: ")) current = id;
    if (message.startsWith("Component loaded: ")) outcomes.set(id, { result: "loaded" });
    if (message.startsWith("Failed to init component ")) {
      const reason = message.slice(message.lastIndexOf(`(${id}): `) + id.length + 4).split("\n")[0] ?? "";
      outcomes.set(
        id,
        /couldn't find|has not been registered/.test(message)
          ? { result: "not built in" }
          : { result: "refused", reason },
      );
    }
    if (message.startsWith("dapr initialized")) break;
  }
  process.kill("SIGKILL");
  clearTimeout(timer);
  if (current !== "" && !outcomes.has(current)) outcomes.set(current, { result: "refused", reason: "daprd ends" });
  return outcomes;
};

/** Loads the components in one daprd after the other, until each has been tried. */
const loadBatch = async (
  daprd: string,
  entries: readonly CatalogueEntry[],
  folder: string,
): Promise<Map<string, Loading>> => {
  const outcomes = new Map<string, Loading>();
  const values = valuesOfType(join(folder, "files"));
  const resources = join(folder, "resources");
  for (;;) {
    const left = entries.filter((entry) => !outcomes.has(idOf(entry)));
    if (left.length === 0) return outcomes;
    rmSync(resources, { recursive: true, force: true });
    mkdirSync(resources, { recursive: true });
    for (const entry of left)
      writeFileSync(
        join(resources, `${idOf(entry).replace("/", "-")}.yaml`),
        stringify(manifest(entry, values[entry.type] ?? {})),
      );
    const found = await watch(daprd, resources);
    if (found.size === 0) throw new Error(`daprd tried none of ${left.map(idOf).join(", ")}`);
    for (const [id, outcome] of found) outcomes.set(id, outcome);
  }
};

/** Loads every component in a real daprd, two at a time. */
export const loadComponents = async (
  daprd: string,
  entries: readonly CatalogueEntry[],
  folder: string,
): Promise<ReadonlyMap<string, Loading>> => {
  const halves = [entries.filter((_, index) => index % 2 === 0), entries.filter((_, index) => index % 2 === 1)];
  const loaded = await Promise.all(halves.map((half, index) => loadBatch(daprd, half, join(folder, `${index}`))));
  return new Map(loaded.flatMap((one) => [...one]));
};
