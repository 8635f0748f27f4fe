import { todoTopology } from "../../../apps/contracts/src/todo-topology.ts";
import type { Cluster } from "../cluster.ts";
import { number, times, type Row } from "../row.ts";

const namespace = "todo-app";

/** Seconds from the start of an app's process until it serves, as its log tells. */
const startOf = async (cluster: Cluster, app: string): Promise<number> => {
  await cluster.kubectl(["rollout", "restart", "-n", namespace, `deployment/${app}`]);
  await cluster.kubectl(["rollout", "status", "-n", namespace, `deployment/${app}`, "--timeout=120s"]);
  const pod = (await cluster.pods(namespace)).find((one) => one.app === app && one.ready);
  const log = await cluster.kubectl(["logs", "-n", namespace, pod?.name ?? "", "-c", app]);
  return Number(/started after (\d+) ms/.exec(log)?.[1]) / 1_000;
};

/** How long each app takes to start, its sidecar, secrets and database included. */
export const startRows = async (cluster: Cluster): Promise<Row[]> => {
  const seconds = new Map<string, number>();
  for (const app of Object.keys(todoTopology.apps)) seconds.set(app, await startOf(cluster, app));
  const slowest = Math.max(...seconds.values());
  return [
    {
      name: "app's start to ready",
      must: "<= 2 s",
      ratio: `slowest ${times(slowest, Math.min(...seconds.values()))} of fastest`,
      measured: [...seconds].map(([app, value]) => `${app} ${number(value)} s`).join(", "),
      peer: "each other",
      bounds: [{ name: "slowest", measured: slowest, limit: 2, unit: "s" }],
      note:
        "from the start of the app's process until it serves, in a rollout of one app after the other: it contains the " +
        "sidecar's start, the reading of secrets, and migrations.",
    },
  ];
};
