import { nodePaths } from "./components.ts";
import { nodeNetwork, type ClusterPlan } from "./cluster-plan.ts";
import { versions } from "../versions.ts";

const pki = (file: string): string => `${nodePaths.config}/pki/${file}`;

/** The node's configuration files, by name below its configuration folder (JSON is YAML). */
export function nodeFiles(plan: ClusterPlan, encryptionKey: string): Readonly<Record<string, string>> {
  const server = `https://${plan.nodeIp}:6443`;
  const kubeconfig = (client: string): string =>
    json(kubeconfigOf(plan.name, server, pki("ca.crt"), pki(`${client}.crt`), pki(`${client}.key`)));
  return {
    "kubelet.kubeconfig": kubeconfig("kubelet"),
    "controller-manager.kubeconfig": kubeconfig("controller-manager"),
    "scheduler.kubeconfig": kubeconfig("scheduler"),
    "kube-proxy.kubeconfig": kubeconfig("kube-proxy"),
    "kubelet.yaml": json(kubeletConfig(plan)),
    "kube-proxy.yaml": json(kubeProxyConfig(plan)),
    "encryption.yaml": json(encryptionConfig(encryptionKey)),
    "registry.yaml": json(registryConfig(plan)),
    "containerd.toml": containerdConfig(),
    [`certs.d/${plan.registry}/hosts.toml`]: `server = "http://${plan.registry}"\n[host."http://${plan.registry}"]\n`,
    "cni/10-pods.conflist": json(podNetwork()),
  };
}

/** A kubeconfig that names certificate files. */
export function kubeconfigOf(name: string, server: string, ca: string, certificate: string, key: string): unknown {
  return {
    apiVersion: "v1",
    kind: "Config",
    "current-context": name,
    clusters: [{ name, cluster: { server, "certificate-authority": ca } }],
    users: [{ name, user: { "client-certificate": certificate, "client-key": key } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
}

/** The cgroup below which everything of a cluster runs. */
export function clusterCgroup(cluster: string): string {
  return `/todo-platform-${cluster}`;
}

function kubeletConfig(plan: ClusterPlan): unknown {
  return {
    apiVersion: "kubelet.config.k8s.io/v1beta1",
    kind: "KubeletConfiguration",
    address: plan.nodeIp,
    healthzBindAddress: "127.0.0.1",
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: pki("ca.crt") },
    },
    authorization: { mode: "Webhook" },
    tlsCertFile: pki("kubelet-serving.crt"),
    tlsPrivateKeyFile: pki("kubelet-serving.key"),
    clusterDNS: [nodeNetwork.dnsService],
    clusterDomain: nodeNetwork.domain,
    containerRuntimeEndpoint: "unix:///run/containerd/containerd.sock",
    resolvConf: "/etc/resolv.conf",
    cgroupDriver: "cgroupfs",
    cgroupRoot: clusterCgroup(plan.name),
    failCgroupV1: false,
    failSwapOn: false,
    // Only a disk that is nearly full evicts, and imported images are never collected: nothing could pull them again.
    evictionHard: { "nodefs.available": "1%", "imagefs.available": "1%", "memory.available": "100Mi" },
    imageGCHighThresholdPercent: 100,
    // Else an imported image counts as unknown once the same content was pulled under another name.
    imagePullCredentialsVerificationPolicy: "NeverVerify",
    maxPods: 150,
    serializeImagePulls: false,
    syncFrequency: "10s",
    shutdownGracePeriod: "0s",
  };
}

function kubeProxyConfig(plan: ClusterPlan): unknown {
  return {
    apiVersion: "kubeproxy.config.k8s.io/v1alpha1",
    kind: "KubeProxyConfiguration",
    bindAddress: plan.nodeIp,
    hostnameOverride: plan.name,
    clientConnection: { kubeconfig: `${nodePaths.config}/kube-proxy.kubeconfig` },
    clusterCIDR: nodeNetwork.pods,
    mode: "iptables",
    healthzBindAddress: "127.0.0.1:10256",
    metricsBindAddress: "127.0.0.1:10249",
    nodePortAddresses: [`${plan.nodeIp}/32`],
    iptables: { localhostNodePorts: false, minSyncPeriod: "0.2s" },
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: "0s", tcpCloseWaitTimeout: "0s" },
  };
}

function encryptionConfig(key: string): unknown {
  return {
    apiVersion: "apiserver.config.k8s.io/v1",
    kind: "EncryptionConfiguration",
    resources: [
      {
        resources: ["secrets"],
        providers: [{ secretbox: { keys: [{ name: "key1", secret: key }] } }, { identity: {} }],
      },
    ],
  };
}

function registryConfig(plan: ClusterPlan): unknown {
  return {
    version: 0.1,
    log: { level: "warn", accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: "/var/lib/registry" }, delete: { enabled: true } },
    http: { addr: plan.registry },
  };
}

function podNetwork(): unknown {
  // Point-to-point links: every packet between pods is routed, so the service rules see it without a bridge filter.
  const ipam = { type: "host-local", ranges: [[{ subnet: "10.244.0.0/24" }]], routes: [{ dst: "0.0.0.0/0" }] };
  return {
    cniVersion: "0.4.0",
    name: "pods",
    plugins: [
      { type: "ptp", ipMasq: false, ipam },
      { type: "portmap", capabilities: { portMappings: true } },
    ],
  };
}

function containerdConfig(): string {
  return `version = 2
root = "/var/lib/containerd"
state = "/run/containerd"
oom_score = 0
[grpc]
address = "/run/containerd/containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
sandbox_image = "${versions.images.pause}"
# Without CAP_SYS_RESOURCE (containers, CI) every sandbox fails otherwise.
restrict_oom_score_adj = true
disable_apparmor = true
[plugins."io.containerd.grpc.v1.cri".cni]
bin_dir = "/usr/lib/cni"
conf_dir = "${nodePaths.config}/cni"
[plugins."io.containerd.grpc.v1.cri".registry]
config_path = "${nodePaths.config}/certs.d"
[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
runtime_type = "io.containerd.runc.v2"
[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
SystemdCgroup = false
`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
