import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { linkName } from "../../local/cluster/host-resources.ts";
import { clusterCgroup } from "../../local/cluster/node-files.ts";
import { initOf, nothingRuns } from "./support/node-processes.ts";
import { runCli } from "./support/run-program.ts";

const { cluster } = inject("platform");
const files = clusterFiles(cluster);

test("destroy leaves no process, mount, link, cgroup or folder", async () => {
  const init = await initOf(files);
  const { code, stderr } = await runCli(["destroy", "--cluster", cluster, "--json"]);
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  await nothingRuns(cluster, init);
  expect((await readFile("/proc/mounts", "utf8")).split("\n").filter((line) => line.includes(files.folder))).toEqual(
    [],
  );
  expect(networkInterfaces()[linkName(cluster)]).toBeUndefined();
  expect(existsSync(files.folder)).toBe(false);
  const hierarchies = ["", ...(await readdir("/sys/fs/cgroup"))].map((name) => join("/sys/fs/cgroup", name));
  expect(hierarchies.filter((folder) => existsSync(join(folder, clusterCgroup(cluster))))).toEqual([]);
});
