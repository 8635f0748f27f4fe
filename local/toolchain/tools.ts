import { versionOf, type ToolName } from "../versions.ts";

/** How one tool is made, when neither PATH nor the cache has it. */
export interface GoTool {
  readonly source: "go";
  /** Programs as the build names them -> as we want them; the module's tool list when the same. */
  readonly programs: readonly string[];
  readonly rename?: Readonly<Record<string, string>>;
  readonly tags?: string;
  /** `-X` values by variable, `%v` is the version. */
  readonly stamp?: Readonly<Record<string, string>>;
  /** Arguments that make a program print its version; omitted: never taken from PATH. */
  readonly versionArgs?: readonly string[];
  /** Folders or files to copy from a module's source into the tool's folder. */
  readonly copy?: Readonly<Record<string, { module: string; folder: string }>>;
  /** Typical time of a cold build on two cores, in seconds; for the progress display. */
  readonly seconds: number;
  /** No cluster is made of it: made when something asks for it by name, never by a start. */
  readonly onDemand?: true;
}

/** A tool whose Java archives come from Maven. */
export interface MavenTool {
  readonly source: "maven";
  /** `group:artifact:version[:type[:classifier]]`, `%v` is the version. */
  readonly artifacts: readonly string[];
  /** Take their runtime dependencies too. */
  readonly transitive: boolean;
  readonly seconds: number;
  /** As for {@link GoTool}. */
  readonly onDemand?: true;
}

/** A tool whose packages come from PyPI: pure Python, so that any Python runs them. */
export interface PypiTool {
  readonly source: "pypi";
  /** Every package by name and version, `%v` is the tool's; none is taken that is not listed. */
  readonly packages: readonly string[];
  readonly seconds: number;
  /** As for {@link GoTool}. */
  readonly onDemand?: true;
}

const KUBERNETES_VERSION = "k8s.io/component-base/version";
const CLIENT_VERSION = "k8s.io/client-go/pkg/version";

/** Every tool, in the order in which a cold start builds them. */
export const tools: Readonly<Record<ToolName, GoTool | MavenTool | PypiTool>> = {
  etcd: { source: "go", programs: ["etcd"], rename: { server: "etcd" }, versionArgs: ["--version"], seconds: 50 },
  kubernetes: {
    source: "go",
    programs: ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "kube-proxy", "kubelet", "kubectl"],
    stamp: {
      [`${KUBERNETES_VERSION}.gitVersion`]: "v%v",
      [`${KUBERNETES_VERSION}.gitMajor`]: "1",
      [`${KUBERNETES_VERSION}.gitMinor`]: versionOf("kubernetes").split(".")[1] ?? "",
      [`${KUBERNETES_VERSION}.gitTreeState`]: "clean",
      [`${CLIENT_VERSION}.gitVersion`]: "v%v",
    },
    seconds: 310,
  },
  pulumi: {
    source: "go",
    programs: ["pulumi"],
    stamp: { "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version": "v%v" },
    versionArgs: ["version"],
    seconds: 100,
  },
  registry: { source: "go", programs: ["registry"], seconds: 35 },
  coredns: { source: "go", programs: ["coredns"], versionArgs: ["-version"], seconds: 60 },
  "local-path-provisioner": { source: "go", programs: ["local-path-provisioner"], seconds: 40 },
  helm: {
    source: "go",
    programs: ["helm"],
    stamp: { "helm.sh/helm/v3/internal/version.version": "v%v" },
    versionArgs: ["version", "--short"],
    seconds: 60,
  },
  dapr: {
    source: "go",
    programs: ["daprd", "operator", "injector", "placement", "sentry", "scheduler"],
    tags: "stablecomponents,state_etcd",
    stamp: {
      "github.com/dapr/dapr/pkg/buildinfo.version": "%v",
      "github.com/dapr/kit/logger.DaprVersion": "%v",
    },
    copy: { chart: { module: "github.com/dapr/dapr", folder: "charts/dapr" } },
    seconds: 250,
  },
  kafka: {
    source: "maven",
    artifacts: [
      "org.apache.kafka:kafka_2.13:%v",
      "org.apache.kafka:kafka-tools:%v",
      "org.apache.logging.log4j:log4j-slf4j-impl:2.25.4",
    ],
    transitive: true,
    seconds: 15,
  },
  zipkin: { source: "maven", artifacts: ["io.zipkin:zipkin-server:%v:jar:exec"], transitive: false, seconds: 15 },
  // What Strimzi's image runs in each broker; tests run it in brokers of their own. Strimzi has a later 1.x, which is on no
  // registry: this is the newest on Maven.
  "jmx-exporter": {
    source: "maven",
    artifacts: ["io.prometheus.jmx:jmx_prometheus_javaagent:%v"],
    transitive: false,
    seconds: 10,
    onDemand: true,
  },
  // Module v0.313.5 is Prometheus 3.13.5. It judges the alert rules and the dashboards' queries in tests.
  prometheus: {
    source: "go",
    programs: ["prometheus", "promtool"],
    tags: "remove_all_sd,enable_kubernetes_sd",
    stamp: { "github.com/prometheus/common/version.Version": versionOf("prometheus").replace(/^0\.(\d)/, "$1.") },
    seconds: 240,
    onDemand: true,
  },
  // The server of a platform whose secrets are chosen to be in Vault. Later releases need an SDK that was never published.
  // Without its plug-ins for clouds and databases, whose SDKs take most of an hour.
  vault: { source: "go", programs: ["vault"], tags: "minimal", seconds: 300, onDemand: true },
  // Operators that the long tests run. Each is the newest release whose modules are all served.
  "prometheus-operator": {
    source: "go",
    programs: ["operator", "prometheus-config-reloader"],
    stamp: { "github.com/prometheus/common/version.Version": "%v" },
    copy: {
      crds: {
        module: "github.com/prometheus-operator/prometheus-operator",
        folder: "example/prometheus-operator-crd",
      },
      rbac: {
        module: "github.com/prometheus-operator/prometheus-operator",
        folder: "example/rbac/prometheus-operator",
      },
    },
    seconds: 200,
    onDemand: true,
  },
  "cert-manager": {
    source: "go",
    programs: ["cert-manager"],
    copy: { crds: { module: "github.com/cert-manager/cert-manager", folder: "deploy/crds" } },
    seconds: 150,
    onDemand: true,
  },
  traefik: {
    source: "go",
    programs: ["traefik"],
    stamp: { "github.com/traefik/traefik/v3/pkg/version.Version": "%v" },
    copy: { "gateway-crds": { module: "sigs.k8s.io/gateway-api", folder: "config/crd/standard" } },
    seconds: 720,
    onDemand: true,
  },
  keda: {
    source: "go",
    programs: ["keda", "keda-adapter"],
    rename: { operator: "keda", adapter: "keda-adapter" },
    stamp: { "github.com/kedacore/keda/v2/version.Version": "%v" },
    copy: {
      crds: { module: "github.com/kedacore/keda/v2", folder: "config/crd/bases" },
      rbac: { module: "github.com/kedacore/keda/v2", folder: "config/rbac" },
    },
    seconds: 900,
    onDemand: true,
  },
  "cloudnative-pg": {
    source: "go",
    programs: ["manager"],
    copy: {
      "release.yaml": {
        module: "github.com/cloudnative-pg/cloudnative-pg",
        folder: `releases/cnpg-${versionOf("cloudnative-pg")}.yaml`,
      },
    },
    seconds: 300,
    onDemand: true,
  },
  // Backups of CloudNativePG. Later releases need modules that are not served.
  "plugin-barman-cloud": {
    source: "go",
    programs: ["manager"],
    copy: {
      "manifest.yaml": { module: "github.com/cloudnative-pg/plugin-barman-cloud", folder: "manifest.yaml" },
    },
    seconds: 120,
    onDemand: true,
  },
  // What that plugin runs, with its S3 client, in the versions of the plugin's containers/sidecar-requirements.txt. Its
  // PostgreSQL client is compiled, so that comes from Debian.
  barman: {
    source: "pypi",
    packages: [
      ...["barman==%v", "boto3==1.43.56", "botocore==1.43.56", "s3transfer==0.19.2", "jmespath==1.1.0"],
      ...["python-dateutil==2.9.0.post0", "six==1.17.0", "urllib3==2.7.0"],
    ],
    seconds: 10,
    onDemand: true,
  },
  // The object store that the backups go to in the tests: S3's interface before a folder. It wants newer annotations than
  // the ones that Maven finds nearest.
  s3proxy: {
    source: "maven",
    artifacts: ["org.gaul:s3proxy:%v", "com.fasterxml.jackson.core:jackson-annotations:2.21"],
    transitive: true,
    seconds: 25,
    onDemand: true,
  },
  // The parts of the collector that the model's configurations name.
  "otel-collector": {
    source: "go",
    programs: ["otelcol"],
    rename: { "otel-collector": "otelcol" },
    seconds: 160,
    onDemand: true,
  },
  // Judges the workflows of .github in the tests.
  actionlint: { source: "go", programs: ["actionlint"], versionArgs: ["-version"], seconds: 20, onDemand: true },
};

/** The tools that a start makes, in that order. */
export const startTools: readonly ToolName[] = (Object.keys(tools) as ToolName[]).filter(
  (name) => !tools[name].onDemand,
);
