import { checksum } from "../model/checksum.ts";
import { etcdClient, etcdHost, etcdPort, type PlainEtcdSpec } from "../model/etcd.ts";
import { toBytes, type Size } from "../model/units.ts";

/** The published image has no user of its own. */
export const etcdUser = 65_532;

/** Port of health and metrics: plain HTTP, closed by the NetworkPolicy, open to the kubelet. */
export const etcdHealthPort = 2381;

// The gateway would call the server by the server's own certificate, which is no client's.
const config = (etcd: PlainEtcdSpec): string => `name: etcd
data-dir: /data/etcd
listen-client-urls: https://0.0.0.0:${etcdPort}
advertise-client-urls: https://${etcdHost(etcd)}:${etcdPort}
listen-peer-urls: http://127.0.0.1:2380
initial-advertise-peer-urls: http://127.0.0.1:2380
initial-cluster: etcd=http://127.0.0.1:2380
listen-metrics-urls: http://0.0.0.0:${etcdHealthPort}
enable-grpc-gateway: false
client-transport-security:
  cert-file: /etc/etcd-credentials/tls.crt
  key-file: /etc/etcd-credentials/tls.key
  trusted-ca-file: /etc/etcd-credentials/ca.crt
  client-cert-auth: true
  allowed-hostname: ["${etcdClient(etcd)}"]
quota-backend-bytes: ${toBytes(etcd.quota)}
auto-compaction-mode: periodic
auto-compaction-retention: 1h
`;

/** The server's files, by name. */
export const etcdFiles = (etcd: PlainEtcdSpec): Record<string, string> => ({ "etcd.yaml": config(etcd) });

/** Changes when the files do, so that the server restarts with them. */
export const etcdFilesChecksum = (etcd: PlainEtcdSpec): string => checksum(JSON.stringify(etcdFiles(etcd)), 16);

/** What the pod may use: the data, which it maps into memory, and as much for itself. */
export const etcdMemoryLimit = (etcd: PlainEtcdSpec): Size => `${Math.ceil((toBytes(etcd.quota) * 2) / 1024 ** 2)}Mi`;
