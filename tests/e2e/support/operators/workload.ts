/** What a workload of an operator needs beyond its image. */
export interface OperatorWorkload {
  readonly name: string;
  readonly namespace: string;
  readonly image: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly user: number;
  readonly rules: readonly object[];
  /** ClusterRoles that exist already. */
  readonly clusterRoles?: readonly string[];
  readonly ports?: Readonly<Record<string, number>>;
  /** Path and port that answer once it works. */
  readonly ready?: { readonly path: string; readonly port: number; readonly scheme?: "HTTPS" };
  /** Account of another workload to run as. @default one of its own */
  readonly account?: string;
  readonly env?: readonly object[];
  readonly volumes?: readonly object[];
  readonly volumeMounts?: readonly object[];
  readonly sysctls?: readonly object[];
}

const rbac = "rbac.authorization.k8s.io";

const bindings = ({ name, namespace, rules, clusterRoles = [] }: OperatorWorkload): object[] => [
  { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace } },
  { apiVersion: `${rbac}/v1`, kind: "ClusterRole", metadata: { name: `test-${name}` }, rules },
  ...[`test-${name}`, ...clusterRoles].map((role) => ({
    apiVersion: `${rbac}/v1`,
    kind: "ClusterRoleBinding",
    metadata: { name: `test-${name}-${role.replaceAll(":", "-")}` },
    roleRef: { apiGroup: rbac, kind: "ClusterRole", name: role },
    subjects: [{ kind: "ServiceAccount", name, namespace }],
  })),
];

const container = (workload: OperatorWorkload): object => {
  const { name, image, args = [], command, ports = {}, ready, env = [], volumeMounts = [] } = workload;
  return {
    name,
    image,
    imagePullPolicy: "Never",
    ...(command === undefined ? {} : { command }),
    args,
    env,
    ports: Object.entries(ports).map(([port, containerPort]) => ({ name: port, containerPort })),
    ...(ready === undefined ? {} : { readinessProbe: { httpGet: ready, periodSeconds: 1, failureThreshold: 120 } }),
    resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "512Mi" } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
    volumeMounts: [{ name: "tmp", mountPath: "/tmp" }, ...volumeMounts],
  };
};

const deployment = (workload: OperatorWorkload): object => {
  const { name, namespace, user, account = name, volumes = [], sysctls = [] } = workload;
  const labels = { "app.kubernetes.io/name": name };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: account,
          enableServiceLinks: false,
          securityContext: { runAsNonRoot: true, runAsUser: user, seccompProfile: { type: "RuntimeDefault" }, sysctls },
          containers: [container(workload)],
          volumes: [{ name: "tmp", emptyDir: {} }, ...volumes],
        },
      },
    },
  };
};

/** A namespace that enforces Pod Security `restricted`, as the platform's own do. */
export const operatorNamespace = (name: string): object => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name, labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
});

/** Account, rights and Deployment of an operator, written for the tests: its chart is on no registry that they reach. */
export const operatorObjects = (workload: OperatorWorkload): object[] => [
  ...(workload.account === undefined ? bindings(workload) : []),
  deployment(workload),
];
