import { compareVersions, minorsBetween, type Version } from "./version.ts";

/** Parts whose running versions matter, in the order in which they are upgraded. */
export const partNames = [
  "kubernetes",
  "cert-manager",
  "prometheus-operator",
  "keda",
  "dapr",
  "strimzi",
  "cnpg",
  "kafka",
  "postgres",
] as const;
export type PartName = (typeof partNames)[number];

/** Stages of an upgrade of everything, in their order. */
export const stages = [
  "cluster",
  "crds",
  "control plane",
  "sidecars",
  "operators",
  "brokers",
  "metadata version",
  "databases",
] as const;

/** A step of a part's upgrade; several share the part's versions. */
export interface PartStep {
  readonly stage: (typeof stages)[number];
  readonly what: string;
  /** Pods that end and start again, and what is not there meanwhile. */
  readonly restarts: string;
  /** What must be saved before. @default nothing */
  readonly backUp?: string;
  /** Why there is no way back. @default there is one: the earlier version again */
  readonly oneWay?: string;
}

/** What is known of a part's upgrades; `source` says where it is written. */
export interface UpgradePart {
  readonly title: string;
  /** Versions that must run in between, each fully; none when the jump may be done at once. */
  readonly stops: (from: Version, to: Version) => readonly string[];
  /** Why there is no way from a version. */
  readonly refused?: (from: Version, to: Version) => string | undefined;
  readonly steps: (from: Version, to: Version) => readonly PartStep[];
  readonly source: string;
}

const isOlder = (version: Version, than: Version): boolean => compareVersions(version, than) < 0;
const minorByMinor = (from: Version, to: Version): string[] => minorsBetween(from, to);
const atOnce = (): string[] => [];

const crds = (of: string): PartStep => ({
  stage: "crds",
  what: `CRDs of ${of}: an update of the stack's own CustomResourceDefinitions; Helm would leave them as they are`,
  restarts: "nothing",
  backUp: `kubectl get crds,<every kind of ${of}> -A -o yaml`,
});

const operator = (of: string, idle: string): PartStep => ({
  stage: "operators",
  what: `operator of ${of}`,
  restarts: `the operator's pod; meanwhile ${idle}`,
});

/** Every part with its rules. */
export const upgradeParts: Readonly<Record<PartName, UpgradePart>> = {
  kubernetes: {
    title: "Kubernetes",
    stops: minorByMinor,
    steps: () => [
      {
        stage: "cluster",
        what: "control plane: apiserver first, then controller-manager and scheduler, which must not be newer than it",
        restarts: "the control plane; running pods stay",
        backUp: "a snapshot of etcd",
        oneWay: "an older apiserver may not read what a newer one has stored",
      },
      {
        stage: "cluster",
        what: "nodes: a kubelet is never newer than the apiserver, and at most three minor releases older",
        restarts: "every pod once, one node after the other; disruption budgets hold",
      },
    ],
    source: "https://kubernetes.io/releases/version-skew-policy/",
  },
  "cert-manager": {
    title: "cert-manager",
    stops: minorByMinor,
    steps: () => [
      { ...crds("cert-manager"), backUp: "kubectl get issuers,clusterissuers,certificates -A -o yaml" },
      operator("cert-manager", "no certificate is renewed; those that are there stay valid"),
    ],
    source: "https://cert-manager.io/docs/installation/upgrade/",
  },
  "prometheus-operator": {
    title: "Prometheus operator",
    stops: atOnce,
    steps: () => [crds("Prometheus operator"), operator("Prometheus", "Prometheus itself goes on scraping")],
    source: "https://prometheus-operator.dev/docs/getting-started/installation/",
  },
  keda: {
    title: "KEDA",
    stops: atOnce,
    steps: () => [crds("KEDA"), operator("KEDA", "replicas stay as they are")],
    source: "https://keda.sh/docs/latest/deploy/",
  },
  dapr: {
    title: "Dapr",
    stops: minorByMinor,
    steps: () => [
      crds("Dapr"),
      {
        stage: "control plane",
        what: "control plane: pulumi up with the new version of the chart",
        restarts: "operator, injector, placement, scheduler and sentry; sidecars go on, new pods wait for the injector",
        backUp: "the root certificate: kubectl get secret dapr-trust-bundle -n dapr-system -o yaml",
      },
      {
        stage: "sidecars",
        what: "sidecars: kubectl rollout restart deployment -n todo-app, once the control plane is ready",
        restarts: "every app, pod by pod; a pod keeps its old sidecar until then",
      },
    ],
    source:
      "https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-upgrade, https://docs.dapr.io/reference/cli/dapr-upgrade/",
  },
  strimzi: {
    title: "Strimzi",
    // The last releases that know both v1beta2 and v1: objects are converted there.
    stops: (from, to) => (isOlder(from, [0, 49, 0]) && !isOlder(to, [1, 0, 0]) ? ["0.51"] : []),
    steps: (from, to) => [
      {
        ...crds("Strimzi"),
        ...(isOlder(from, [1, 0, 0]) && !isOlder(to, [1, 0, 0])
          ? {
              oneWay:
                "1.0 knows API v1 only: every object is converted and stored as v1 before, and older operators do not know it",
            }
          : {}),
      },
      operator("Strimzi", "brokers go on; afterwards it restarts each broker once, with the image of its own release"),
    ],
    source:
      "https://strimzi.io/docs/operators/latest/deploying#assembly-upgrade-str, release notes of 0.49.0 and 1.0.0",
  },
  cnpg: {
    title: "CloudNativePG's chart",
    stops: atOnce,
    steps: () => [
      operator("CloudNativePG", "servers go on; afterwards it restarts each of them once, the primary last"),
    ],
    source: "https://cloudnative-pg.io/documentation/current/installation_upgrade/#upgrades",
  },
  kafka: {
    title: "Kafka",
    stops: atOnce,
    refused: (from, to) =>
      isOlder(from, [3, 3, 0]) && !isOlder(to, [4, 0, 0])
        ? "Kafka 4 takes KRaft clusters of 3.3 or newer only: upgrade to 3.9 first (and migrate from ZooKeeper there)"
        : undefined,
    steps: (from, to) => [
      {
        stage: "brokers",
        what: "brokers, one after the other",
        restarts: "each broker once; with one copy of a topic, publishing waits in the outbox meanwhile",
        backUp: "volumes of the brokers, or nothing where every event is in the audit trail",
      },
      ...(from[0] === to[0] && from[1] === to[1]
        ? []
        : [
            {
              stage: "metadata version" as const,
              what: `metadata version, when all brokers have proved themselves: kafka-features.sh upgrade --release-version ${to[0]}.${to[1]}`,
              restarts: "nothing",
              oneWay: "a downgrade of the metadata version is not supported between releases that change it",
            },
          ]),
    ],
    source: "https://kafka.apache.org/43/getting-started/upgrade/",
  },
  postgres: {
    title: "PostgreSQL",
    stops: atOnce,
    steps: (from, to) =>
      from[0] === to[0]
        ? [
            {
              stage: "databases",
              what: "minor release: replicas first, then the primary",
              restarts: "each server once; connections break once and are opened again",
              backUp: "a base backup, or pg_dumpall",
            },
          ]
        : [
            {
              stage: "databases",
              what: "major release: dump and restore, or pg_upgrade while the server is down; the image alone would not start on the old files",
              restarts: "the server, for as long as it takes",
              backUp: "pg_dumpall, tried on another server",
              oneWay: "files of a newer major release cannot be read by an older one",
            },
          ],
    source:
      "https://cloudnative-pg.io/docs/1.30/postgres_upgrades, https://www.postgresql.org/docs/current/upgrading.html",
  },
};
