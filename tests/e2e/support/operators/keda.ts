import { operatorRecipes } from "../../../../local/images/operator-recipes.ts";
import { versions } from "../../../../local/versions.ts";
import { appsNamespace } from "../mesh.ts";
import { shippedManifests } from "./install.ts";
import { operatorNamespace, operatorObjects } from "./workload.ts";

const namespace = "keda";
const rbac = "rbac.authorization.k8s.io";
const { operatorImages } = versions;
const certificates = {
  volumes: [{ name: "certificates", secret: { secretName: "kedaorg-certs", optional: true } }],
  volumeMounts: [{ name: "certificates", mountPath: "/certs", readOnly: true }],
};
const own = { name: "POD_NAMESPACE", valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } };
/** As the platform's chart is told to: the apps' namespace and no other. */
const environment = [own, { name: "WATCH_NAMESPACE", value: appsNamespace }];

/** A Service before pods of a workload. */
const service = (name: string, port: number, targetPort: number): object => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name, namespace },
  spec: { selector: { "app.kubernetes.io/name": name }, ports: [{ port, targetPort }] },
});

const binding = (
  kind: "ClusterRoleBinding" | "RoleBinding",
  roleKind: string,
  role: string,
  place: object,
): object => ({
  apiVersion: `${rbac}/v1`,
  kind,
  metadata: { name: `test-keda-${role.replaceAll(":", "-")}`, ...place },
  roleRef: { apiGroup: rbac, kind: roleKind, name: role },
  subjects: [{ kind: "ServiceAccount", name: "keda-operator", namespace }],
});

/** The rights that KEDA comes with, and those of an extension server. */
const rights = (): object[] => {
  const rules = [{ apiGroups: ["external.metrics.k8s.io"], resources: ["*"], verbs: ["*"] }];
  return [
    ...shippedManifests("keda", "rbac").filter(({ kind }) => kind === "Role"),
    binding("RoleBinding", "Role", "keda-operator", { namespace }),
    binding("ClusterRoleBinding", "ClusterRole", "system:auth-delegator", {}),
    binding("RoleBinding", "Role", "extension-apiserver-authentication-reader", { namespace: "kube-system" }),
    { apiVersion: `${rbac}/v1`, kind: "ClusterRole", metadata: { name: "test-keda-external-metrics" }, rules },
    {
      apiVersion: `${rbac}/v1`,
      kind: "ClusterRoleBinding",
      metadata: { name: "test-keda-external-metrics" },
      roleRef: { apiGroup: rbac, kind: "ClusterRole", name: "test-keda-external-metrics" },
      subjects: [{ kind: "ServiceAccount", name: "horizontal-pod-autoscaler", namespace: "kube-system" }],
    },
  ];
};

/** KEDA's operator and its server of metrics. Call it once its tool is built. */
export const kedaOperator = () => {
  const role = shippedManifests("keda", "rbac").find(
    ({ kind, metadata }) => kind === "ClusterRole" && (metadata as { name: string }).name === "keda-operator",
  );
  return {
    images: operatorRecipes.keda,
    crds: shippedManifests("keda", "crds"),
    objects: [
      operatorNamespace(namespace),
      ...rights(),
      service("keda-operator", 9666, 9666),
      service("keda-metrics-apiserver", 443, 6443),
      {
        apiVersion: "apiregistration.k8s.io/v1",
        kind: "APIService",
        metadata: { name: "v1beta1.external.metrics.k8s.io" },
        spec: {
          service: { name: "keda-metrics-apiserver", namespace },
          group: "external.metrics.k8s.io",
          version: "v1beta1",
          groupPriorityMinimum: 100,
          versionPriority: 100,
        },
      },
      ...operatorObjects({
        name: "keda-operator",
        namespace,
        image: operatorImages.keda,
        user: 1000,
        // It makes its own certificates, and puts their authority into the APIService; there are no webhooks.
        args: ["--leader-elect", "--enable-cert-rotation=true", "--enable-webhook-patching=false"],
        rules: (role?.["rules"] ?? []) as object[],
        env: environment,
        ready: { path: "/readyz", port: 8081 },
        ...certificates,
      }),
      ...operatorObjects({
        name: "keda-metrics-apiserver",
        namespace,
        account: "keda-operator",
        image: operatorImages.kedaMetrics,
        user: 1000,
        args: [
          ...["--secure-port=6443", "--zap-log-level=error", "--client-ca-file=/certs/ca.crt"],
          ...["--tls-cert-file=/certs/tls.crt", "--tls-private-key-file=/certs/tls.key", "--cert-dir=/certs"],
        ],
        rules: [],
        env: environment,
        ready: { path: "/readyz", port: 6443, scheme: "HTTPS" },
        volumes: [{ name: "certificates", secret: { secretName: "kedaorg-certs" } }],
        volumeMounts: certificates.volumeMounts,
      }),
    ],
  };
};
