import { DnsRecord } from "@pulumi/digitalocean/dnsRecord.js";
import { getLoadBalancerOutput } from "@pulumi/digitalocean/getLoadBalancer.js";
import { getDatabaseCaOutput } from "@pulumi/digitalocean/getDatabaseCa.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { interpolate, secret, type Inputs } from "@pulumi/pulumi";
import { doksOf } from "../cloud-config.ts";
import type { CloudLinks } from "../components/cloud-links.ts";
import { DigitalOceanFoundation } from "../components/digitalocean/digitalocean-foundation.ts";
import { TaskPlatform } from "../components/task-platform.ts";
import type { StackConfig } from "../config.ts";
import { doksLoadBalancer, doksLoadBalancerName, recordName } from "../model/clouds/doks-load-balancer.ts";
import type { Platform } from "../model/platform.ts";
import { versions } from "../versions.ts";
import { operatorsPageOutput } from "./operators-page-output.ts";
import { clusterDefaults, platformArgs } from "./platform-args.ts";

type Config = Extract<StackConfig, { target: "doks" }>;

/** The gateway's host, where its load balancer is one that the platform names. */
const namedHost = ({ gateway, operators }: Platform): string | undefined =>
  operators === "chart" && gateway?.className === "traefik" ? gateway.host : undefined;

/** The host's record leads to the load balancer, which is there when the gateway's controller is ready. */
const createRecord = (domain: string, host: string, { operators }: TaskPlatform): void => {
  const name = recordName(host, domain);
  if (name === undefined) return;
  const { ip } = getLoadBalancerOutput({ name: doksLoadBalancerName }, { dependsOn: [...operators] });
  new DnsRecord("todo-web-record", { domain, type: "A", name, value: ip, ttl: 300 });
};

const linksOf = (platform: Platform, { postgres, valkey }: DigitalOceanFoundation): CloudLinks => ({
  ...(namedHost(platform) === undefined ? {} : { loadBalancer: doksLoadBalancer(namedHost(platform) ?? "") }),
  ...(postgres === undefined
    ? {}
    : {
        postgres: {
          host: postgres.host,
          port: postgres.port,
          adminUser: postgres.user,
          adminPassword: postgres.password,
          adminDatabase: "defaultdb",
          ca: getDatabaseCaOutput({ clusterId: postgres.databaseId }).certificate,
        },
      }),
  // Its certificate is signed by a public authority.
  ...(valkey === undefined || platform.redis === undefined
    ? {}
    : {
        secrets: {
          [platform.redis.secret]: { host: interpolate`${valkey.host}:${valkey.port}`, password: valkey.password },
        },
      }),
});

/** Target `doks`: a DOKS cluster with what DigitalOcean runs for it, and the whole platform on it. */
export const doksStack = (config: Config, platform: Platform): Inputs => {
  const foundation = new DigitalOceanFoundation("todo-do", {
    doks: doksOf(config),
    servers: [
      ...(config.database === "managed" ? (["postgres"] as const) : []),
      ...(config.stateStore === "redis" ? (["valkey"] as const) : []),
    ],
  });
  const { cluster, registry } = foundation;
  const provider = new Provider("cluster", { ...clusterDefaults, kubeconfig: secret(cluster.kubeconfig) });
  const todo = new TaskPlatform(
    "todo",
    {
      ...platformArgs(config, platform),
      registry,
      demoUser: undefined,
      cloud: linksOf(platform, foundation),
    },
    { providers: [provider] },
  );
  const host = namedHost(platform);
  if (host !== undefined) createRecord(config.domain, host, todo);
  return {
    target: config.target,
    namespace: platform.namespace,
    images: todo.images,
    versions: { dapr: versions.tools.dapr },
    ...operatorsPageOutput(platform, todo),
    cloud: {
      registry,
      cluster: cluster.clusterName,
      login: interpolate`doctl kubernetes cluster kubeconfig save ${cluster.clusterId}`,
    },
  };
};
