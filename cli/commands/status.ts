import { clusterStatus } from "../../local/cluster/cluster-status.ts";
import { kubectl } from "../../local/cluster/start-cluster.ts";
import type { Command } from "../command.ts";

const podTable = async (cluster: string): Promise<string> => {
  const { code, stdout } = await kubectl(cluster, ["get", "pods", "-A", "--request-timeout=5s"], {
    allowFailure: true,
  });
  return code === 0 ? stdout.trimEnd() : "The apiserver does not answer.";
};

export const statusCommand: Command = {
  usage: "[--cluster NAME] [--json]",
  summary: "Show the embedded cluster, its components and its pods.",
  details: "Changes nothing. Exits 1 when the cluster runs and one of its components does not.",
  run: async ({ cluster }) => {
    const status = await clusterStatus(cluster);
    const components = Object.entries(status.components);
    const down = components.filter(([, component]) => component.state !== "running");
    const problems = down.map(([name, component]) => ({
      code: "component-down",
      severity: "error" as const,
      path: name,
      value: component.state,
      message: `${name} is ${component.state}`,
      remedy: `the supervisor starts it again; its log: logs/${name}.log in the state folder`,
    }));
    const rows = components.map(([name, component]) => `  ${name.padEnd(26)} ${component.state}`);
    const pods = status.state === "running" ? await podTable(cluster) : "";
    return {
      ok: problems.length === 0,
      problems,
      data: { ...status },
      text: [`Cluster ${cluster}: ${status.state}`, ...rows, ...(pods === "" ? [] : ["", pods])].join("\n"),
    };
  },
};
