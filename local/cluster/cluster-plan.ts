import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { UserError } from "../user-error.ts";

/** Ports on 127.0.0.1 that lead into the node. */
export interface ClusterPorts {
  readonly apiserver: number;
  readonly ui: number;
  readonly traces: number;
}

/** Everything about a cluster that is decided once, when it is first started (`cluster.json`). */
export interface ClusterPlan {
  readonly name: string;
  /** The node's address on the veth pair. */
  readonly nodeIp: string;
  /** The machine's end of the veth pair. */
  readonly hostIp: string;
  /** The image registry inside the node, plain HTTP, reachable over the veth pair only. */
  readonly registry: string;
  readonly ports: ClusterPorts;
}

/** Addresses inside the node's own network namespace: the same in every cluster. */
export const nodeNetwork = {
  pods: "10.244.0.0/16",
  services: "10.96.0.0/16",
  kubernetesService: "10.96.0.1",
  dnsService: "10.96.0.10",
  domain: "cluster.local",
} as const;

/** Where each port on 127.0.0.1 leads inside the node. */
export const nodePorts: Readonly<Record<keyof ClusterPorts, number>> = { apiserver: 6443, ui: 30080, traces: 30411 };

const LOCAL_PORTS: ClusterPorts = { apiserver: 16443, ui: 18080, traces: 19411 };
const SUBNETS = 64;

/** Decides a cluster's addresses and ports: the documented ports for `local`, free ones for others. */
export async function planCluster(name: string, env: NodeJS.ProcessEnv = process.env): Promise<ClusterPlan> {
  const subnet = freeSubnet(name, usedAddresses());
  const nodeIp = `${subnet}.2`;
  const ports = name === "local" ? LOCAL_PORTS : await freePorts();
  return { name, nodeIp, hostIp: `${subnet}.1`, registry: `${nodeIp}:5000`, ports: withOverrides(ports, env) };
}

/** The ports with `TODO_PLATFORM_PORT_{UI,TRACES,APISERVER}` applied. */
export function withOverrides(ports: ClusterPorts, env: NodeJS.ProcessEnv): ClusterPorts {
  const entries = Object.entries(ports).map(([key, port]: [string, number]): [string, number] => {
    const variable = `TODO_PLATFORM_PORT_${key.toUpperCase()}`;
    const text = env[variable];
    if (text === undefined || text === "") return [key, port];
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > 65535) {
      const remedy = "give a number from 1 to 65535, or unset the variable";
      throw new UserError([
        {
          code: "port-invalid",
          severity: "error",
          path: variable,
          value: text,
          message: `'${text}' is no port`,
          remedy,
        },
      ]);
    }
    return [key, value];
  });
  return Object.fromEntries(entries) as unknown as ClusterPorts;
}

/** The first `172.31.N` subnet no address of this machine lies in; clusters start looking at different places. */
export function freeSubnet(name: string, used: readonly string[]): string {
  const start = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % SUBNETS, 0);
  for (let i = 0; i < SUBNETS; i++) {
    const subnet = `172.31.${192 + ((start + i) % SUBNETS)}`;
    if (!used.some((address) => address.startsWith(`${subnet}.`))) return subnet;
  }
  throw new UserError([
    {
      code: "no-free-subnet",
      severity: "error",
      message: "no free subnet in 172.31.192.0/18",
      remedy: "remove unused network interfaces",
    },
  ]);
}

function usedAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
}

async function freePorts(): Promise<ClusterPorts> {
  const servers = await Promise.all([1, 2, 3].map(() => listenAnywhere()));
  const [apiserver = 0, ui = 0, traces = 0] = servers.map(({ port }) => port);
  for (const { close } of servers) close();
  return { apiserver, ui, traces };
}

function listenAnywhere(): Promise<{ port: number; close: () => void }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({ port: typeof address === "object" ? (address?.port ?? 0) : 0, close: () => server.close() });
    });
  });
}
