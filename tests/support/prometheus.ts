import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { programPath } from "../../local/toolchain/ensure-tools.ts";
import { freePort } from "./free-port.ts";

/** What a Prometheus scrapes: an address of the loopback, with the labels that the monitors give it in a cluster. */
export interface ScrapeTarget {
  readonly job: string;
  readonly port: number;
  /** How often it is asked, which is also how long it may take to answer. @default 1 */
  readonly seconds?: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** A Prometheus that can be asked. */
export interface RunningPrometheus {
  /** How many series a query gives now; throws what Prometheus says against it. */
  count(query: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a real Prometheus; its tool must be built. */
export const startPrometheus = async (targets: readonly ScrapeTarget[]): Promise<RunningPrometheus> => {
  const folder = await mkdtemp(join(tmpdir(), "prometheus-"));
  const port = await freePort();
  const config = {
    scrape_configs: targets.map(({ job, port: target, seconds = 1, labels }, index) => ({
      job_name: `${job}-${index}`,
      scrape_interval: `${seconds}s`,
      static_configs: [{ targets: [`127.0.0.1:${target}`], labels: { job, ...labels } }],
    })),
  };
  await writeFile(join(folder, "prometheus.yml"), stringify(config));
  const child = spawn(programPath("prometheus", "prometheus"), [
    ...["--config.file", join(folder, "prometheus.yml"), "--storage.tsdb.path", join(folder, "data")],
    ...["--web.listen-address", `127.0.0.1:${port}`],
  ]);
  return {
    count: async (query) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(query)}`);
      const answer = (await response.json()) as { data?: { result: unknown[] }; error?: string };
      if (!answer.data) throw new Error(`${query}: ${answer.error}`);
      return answer.data.result.length;
    },
    stop: async () => {
      const ended = child.exitCode === null && once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
