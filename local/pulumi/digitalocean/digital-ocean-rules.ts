import { uuidOf } from "../recorder/plausible-value.ts";
import type { ProviderRules } from "../recorder/recorder.ts";
import { recordedCluster } from "../recorder/recorded-kubeconfig.ts";
import { textOf } from "../rpc/property-values.ts";

const prefix = (resource: string): string => `digitalocean:index/${resource}`;

/**
 * DigitalOcean as the recorder plays it. What is made anew when it changes: `ForceNew` in the resources of
 * github.com/digitalocean/terraform-provider-digitalocean.
 */
export const digitalOceanRules: ProviderRules = {
  id: (type, name) => uuidOf(`${type}/${name}`),
  replaces: {
    [prefix("kubernetesCluster:KubernetesCluster")]: [
      "name",
      "region",
      "vpcUuid",
      "clusterSubnet",
      "serviceSubnet",
      "nodePool.size",
    ],
    [prefix("kubernetesNodePool:KubernetesNodePool")]: ["clusterId", "size"],
    [prefix("databaseCluster:DatabaseCluster")]: ["engine", "name", "backupRestore"],
    [prefix("databaseDb:DatabaseDb")]: ["clusterId", "name"],
    [prefix("databaseUser:DatabaseUser")]: ["clusterId", "name"],
    [prefix("databaseFirewall:DatabaseFirewall")]: ["clusterId"],
    [prefix("databaseKafkaTopic:DatabaseKafkaTopic")]: ["clusterId", "name"],
    [prefix("containerRegistry:ContainerRegistry")]: ["name", "region"],
    [prefix("vpc:Vpc")]: ["region", "ipRange"],
    [prefix("domain:Domain")]: ["name"],
    [prefix("dnsRecord:DnsRecord")]: ["domain", "type"],
  },
  answers: {
    [prefix("databaseCluster:DatabaseCluster")]: (inputs, id) => ({
      host: `${textOf(inputs["name"])}-${id.slice(0, 8)}.db.example.com`,
      privateHost: `private-${textOf(inputs["name"])}-${id.slice(0, 8)}.db.example.com`,
      port: 25_060,
      user: "doadmin",
    }),
    [prefix("kubernetesCluster:KubernetesCluster")]: (_inputs, id) => {
      const { server = `https://${id}.k8s.example.com`, certificateAuthority = "" } = recordedCluster() ?? {};
      const ends = { expiresAt: "2026-01-01T01:00:00Z", token: `recorded-token-${id}` };
      return { endpoint: server, kubeConfigs: [{ clusterCaCertificate: certificateAuthority, host: server, ...ends }] };
    },
    [prefix("containerRegistry:ContainerRegistry")]: (inputs) => ({
      endpoint: `registry.digitalocean.com/${textOf(inputs["name"])}`,
      serverUrl: "registry.digitalocean.com",
    }),
  },
  invoke(token) {
    if (token === "digitalocean:index/getLoadBalancer:getLoadBalancer") return { ip: "203.0.113.20" };
    if (token === "digitalocean:index/getDatabaseCa:getDatabaseCa")
      return { certificate: "-----BEGIN CERTIFICATE-----\nrecorded\n-----END CERTIFICATE-----\n" };
    throw new Error(`${token} is not recorded; use the published plugin`);
  },
};
