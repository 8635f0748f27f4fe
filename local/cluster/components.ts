import { nodeNetwork, type ClusterPlan } from "./cluster-plan.ts";

/** One process of the node, started and kept alive by the supervisor. */
export interface Component {
  readonly name: string;
  /** The command inside the node. */
  readonly command: readonly string[];
  /** Started once these accept connections. */
  readonly after?: readonly string[];
  /** The port on the node's address that shows it is up: it accepts connections ... */
  readonly port?: number;
  /** ... and answers 200 here, over TLS with the administrator's certificate. */
  readonly readyPath?: string;
}

/** Where the node finds its certificates and configuration, and its programs. */
export const nodePaths = { config: "/etc/todo-platform", programs: "/opt/todo-platform" } as const;

const pki = (file: string): string => `${nodePaths.config}/pki/${file}`;
const flags = (values: Readonly<Record<string, string | number | boolean>>): string[] =>
  Object.entries(values).map(([name, value]) => `--${name}=${value}`);
const kubernetes = (program: string): string => `${nodePaths.programs}/kubernetes/${program}`;

/** The processes of the node, in the order in which they are started. */
export function clusterComponents(plan: ClusterPlan): Component[] {
  return [
    { name: "containerd", command: ["containerd", "--config", `${nodePaths.config}/containerd.toml`] },
    { name: "etcd", port: 2379, command: [`${nodePaths.programs}/etcd/etcd`, ...flags(etcdFlags(plan))] },
    {
      name: "registry",
      port: 5000,
      command: [`${nodePaths.programs}/registry/registry`, "serve", `${nodePaths.config}/registry.yaml`],
    },
    {
      name: "kube-apiserver",
      port: 6443,
      // Before, its roles are not made yet, and who asks is told to be forbidden.
      readyPath: "/readyz",
      after: ["etcd"],
      command: [kubernetes("kube-apiserver"), ...flags(apiserverFlags(plan))],
    },
    {
      name: "kube-controller-manager",
      after: ["kube-apiserver"],
      command: [kubernetes("kube-controller-manager"), ...flags(controllerManagerFlags())],
    },
    {
      name: "kube-scheduler",
      after: ["kube-apiserver"],
      command: [kubernetes("kube-scheduler"), ...flags(clientFlags("scheduler"))],
    },
    {
      name: "kube-proxy",
      after: ["kube-apiserver"],
      command: [kubernetes("kube-proxy"), `--config=${nodePaths.config}/kube-proxy.yaml`],
    },
    {
      name: "kubelet",
      port: 10250,
      after: ["kube-apiserver"],
      command: [
        kubernetes("kubelet"),
        ...flags({
          config: `${nodePaths.config}/kubelet.yaml`,
          kubeconfig: `${nodePaths.config}/kubelet.kubeconfig`,
          "hostname-override": plan.name,
          "node-ip": plan.nodeIp,
        }),
      ],
    },
  ];
}

function etcdFlags({ nodeIp }: ClusterPlan): Record<string, string | number | boolean> {
  const peer = "https://127.0.0.1:2380";
  return {
    name: "node",
    "data-dir": "/var/lib/etcd",
    "listen-client-urls": `https://${nodeIp}:2379`,
    "advertise-client-urls": `https://${nodeIp}:2379`,
    "listen-peer-urls": peer,
    "initial-advertise-peer-urls": peer,
    "initial-cluster": `node=${peer}`,
    "client-cert-auth": true,
    "trusted-ca-file": pki("etcd-ca.crt"),
    "cert-file": pki("etcd.crt"),
    "key-file": pki("etcd.key"),
    "peer-client-cert-auth": true,
    "peer-trusted-ca-file": pki("etcd-ca.crt"),
    "peer-cert-file": pki("etcd.crt"),
    "peer-key-file": pki("etcd.key"),
    "auto-compaction-retention": "1h",
    "log-level": "warn",
  };
}

function apiserverFlags({ nodeIp }: ClusterPlan): Record<string, string | number | boolean> {
  return {
    "advertise-address": nodeIp,
    "bind-address": nodeIp,
    "secure-port": 6443,
    "etcd-servers": `https://${nodeIp}:2379`,
    "etcd-cafile": pki("etcd-ca.crt"),
    "etcd-certfile": pki("etcd-client.crt"),
    "etcd-keyfile": pki("etcd-client.key"),
    "tls-cert-file": pki("apiserver.crt"),
    "tls-private-key-file": pki("apiserver.key"),
    "client-ca-file": pki("ca.crt"),
    "kubelet-certificate-authority": pki("ca.crt"),
    "kubelet-client-certificate": pki("apiserver-kubelet-client.crt"),
    "kubelet-client-key": pki("apiserver-kubelet-client.key"),
    "kubelet-preferred-address-types": "InternalIP",
    "service-account-issuer": `https://kubernetes.default.svc.${nodeNetwork.domain}`,
    "service-account-key-file": pki("service-account.pub"),
    "service-account-signing-key-file": pki("service-account.key"),
    "service-cluster-ip-range": nodeNetwork.services,
    "authorization-mode": "Node,RBAC",
    "enable-admission-plugins": "NodeRestriction",
    "anonymous-auth": false,
    "allow-privileged": true,
    "encryption-provider-config": `${nodePaths.config}/encryption.yaml`,
    profiling: false,
    // Extension servers, such as KEDA's metrics, are asked by the apiserver in the caller's name.
    "requestheader-client-ca-file": pki("front-proxy-ca.crt"),
    "requestheader-allowed-names": "front-proxy-client",
    "requestheader-username-headers": "X-Remote-User",
    "requestheader-group-headers": "X-Remote-Group",
    "requestheader-extra-headers-prefix": "X-Remote-Extra-",
    "proxy-client-cert-file": pki("front-proxy-client.crt"),
    "proxy-client-key-file": pki("front-proxy-client.key"),
  };
}

function controllerManagerFlags(): Record<string, string | number | boolean> {
  return {
    ...clientFlags("controller-manager"),
    "cluster-cidr": nodeNetwork.pods,
    "cluster-signing-cert-file": pki("ca.crt"),
    "cluster-signing-key-file": pki("ca.key"),
    "root-ca-file": pki("ca.crt"),
    "service-account-private-key-file": pki("service-account.key"),
    "use-service-account-credentials": true,
  };
}

/** What the controller manager and the scheduler have in common; one of each, so no leader election. */
function clientFlags(client: string): Record<string, string | number | boolean> {
  const kubeconfig = `${nodePaths.config}/${client}.kubeconfig`;
  return {
    kubeconfig,
    "authentication-kubeconfig": kubeconfig,
    "authorization-kubeconfig": kubeconfig,
    "bind-address": "127.0.0.1",
    "leader-elect": false,
    profiling: false,
  };
}
