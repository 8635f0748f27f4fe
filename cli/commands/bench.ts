import { spawnSync } from "node:child_process";
import { repositoryRoot } from "../../local/paths.ts";
import type { Command } from "../command.ts";
import { requireRunning } from "../running.ts";

export const benchCommand: Command = {
  usage: "[--cluster NAME]",
  summary: "Measure the running platform against its peers and write docs/benchmarks.md.",
  details: "Each figure is measured beside a peer in the same run: a direct call, direct SQL, a direct Kafka client.",
  run: async ({ cluster }) => {
    await requireRunning(cluster);
    const { status } = spawnSync(process.execPath, ["tests/bench/run-bench.ts", cluster], {
      stdio: "inherit",
      cwd: repositoryRoot,
    });
    return { ok: status === 0, problems: [] };
  },
};
