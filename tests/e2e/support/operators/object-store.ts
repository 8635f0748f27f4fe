import { versions } from "../../../../local/versions.ts";

/** Name of the store's Deployment and Service, of its one bucket, and of the Secret with its keys. */
export const objectStore = { name: "object-store", bucket: "backups", secret: "backup-keys", port: 9000 } as const;

const keys = { id: "an-id-of-a-test", secret: "a-secret-of-a-test" };

const properties = `s3proxy.endpoint=http://0.0.0.0:${objectStore.port}
s3proxy.authorization=aws-v2-or-v4
s3proxy.identity=${keys.id}
s3proxy.credential=${keys.secret}
jclouds.provider=filesystem-nio2
jclouds.filesystem.basedir=/data
`;

const container = {
  name: "s3proxy",
  image: versions.operatorImages.s3proxy,
  imagePullPolicy: "Never",
  // A folder is a bucket.
  command: ["sh", "-c"],
  args: [`mkdir -p /data/${objectStore.bucket} && exec start-s3proxy --properties /etc/s3proxy/s3proxy.properties`],
  env: [{ name: "JAVA_OPTS", value: "-Xmx128m -XX:+UseSerialGC -Djava.io.tmpdir=/data" }],
  ports: [{ containerPort: objectStore.port }],
  readinessProbe: { tcpSocket: { port: objectStore.port }, periodSeconds: 1, failureThreshold: 120 },
  resources: { requests: { cpu: "10m", memory: "128Mi" }, limits: { memory: "512Mi" } },
  securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
  volumeMounts: [
    { name: "data", mountPath: "/data" },
    { name: "config", mountPath: "/etc/s3proxy" },
  ],
};

/** A server that speaks S3 and keeps its objects as files, so that a test sees what lies there, with its keys in a Secret. */
export const objectStoreObjects = (namespace: string): object[] => {
  const { name, secret, port } = objectStore;
  const metadata = { name, namespace };
  const labels = { "app.kubernetes.io/name": name };
  return [
    { apiVersion: "v1", kind: "Secret", metadata: { name: secret, namespace }, stringData: keys },
    { apiVersion: "v1", kind: "Secret", metadata, stringData: { "s3proxy.properties": properties } },
    { apiVersion: "v1", kind: "Service", metadata, spec: { selector: labels, ports: [{ port }] } },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: {
              runAsNonRoot: true,
              runAsUser: 1000,
              fsGroup: 1000,
              seccompProfile: { type: "RuntimeDefault" },
            },
            containers: [container],
            volumes: [
              { name: "data", emptyDir: {} },
              { name: "config", secret: { secretName: name } },
            ],
          },
        },
      },
    },
  ];
};
