import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import versions from "../../../versions.json" with { type: "json" };
import { crdModule, type GeneratedCrd } from "../generator/crd-types.ts";

const api = "io.strimzi.api.kafka.model";
/** Every kind that the operator watches: it ends when one of them is missing. */
const classes = [
  "kafka.Kafka",
  "podset.StrimziPodSet",
  "nodepool.KafkaNodePool",
  "topic.KafkaTopic",
  "user.KafkaUser",
  "connect.KafkaConnect",
  "connector.KafkaConnector",
  "mirrormaker2.KafkaMirrorMaker2",
  "bridge.KafkaBridge",
  "rebalance.KafkaRebalance",
];
/** The kinds that the platform uses, and the modules of their types. */
const typed = { Kafka: "kafka", KafkaNodePool: "kafka-node-pool", KafkaTopic: "kafka-topic", KafkaUser: "kafka-user" };
/** Fields that the types leave open: Kubernetes' own, which are large, and parts that the platform does not use. */
const opaque = [
  ...["affinity", "tolerations", "dnsConfig", "hostAliases", "templatedVolumes", "env", "securityContext"],
  ...["livenessProbe", "readinessProbe", "startupProbe", "matchExpressions", "imagePullSecrets", "volumeMounts"],
  ...["cruiseControl", "tieredStorage", "jmxOptions", "quotas", "logging", "parentRefs", "externalBootstrapService"],
  ...["externalBootstrapRoute", "externalBootstrapIngress", "perPodService", "perPodRoute", "perPodIngress"],
  ...["jmxSecret", "clusterCaCert", "clusterRoleBinding", "podSet", "entityOperatorRole", "serviceAccount"],
  ...["topicOperatorRoleBinding", "userOperatorRoleBinding", "topicOperatorContainer", "userOperatorContainer"],
  ...[
    "claims",
    "secret",
    "configMap",
    "emptyDir",
    "csi",
    "deployment",
    "items",
    "nodeSelector",
    "metadata",
    "autoRebalance",
  ],
  ...["kafkaContainer", "initContainer", "brokersService", "bootstrapService", "persistentVolumeClaim"],
];

/** And what the pools need, but not the cluster. */
const opaqueIn: Readonly<Record<string, readonly string[]>> = {
  Kafka: ["volumes", "topologySpreadConstraints", "brokers", "bootstrap"],
};

const project = (version: string): string =>
  `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>todo-platform</groupId>
<artifactId>strimzi-crds</artifactId><version>1</version><packaging>pom</packaging><dependencies>${[
    "crd-generator",
    "api",
  ]
    .map(
      (name) =>
        `<dependency><groupId>io.strimzi</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`,
    )
    .join("")}</dependencies></project>`;

/** The CRDs of a release, by Strimzi's own generator; it needs Java 21 or newer. */
export const generateStrimziCrds = (version: string, java: string): GeneratedCrd[] => {
  const folder = mkdtempSync(join(tmpdir(), "strimzi-crds-"));
  try {
    writeFileSync(join(folder, "pom.xml"), project(version));
    const copy = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
    execFileSync("mvn", ["-B", "-q", copy, "-DincludeScope=runtime", `-DoutputDirectory=${folder}/lib`], {
      cwd: folder,
    });
    // The generator's archive holds old copies of what the others bring, so it comes last but for its own classes.
    const classPath = [`api-${version}.jar`, `crd-generator-${version}.jar`, "*"].map((jar) => `${folder}/lib/${jar}`);
    execFileSync(java, [
      ...["-cp", classPath.join(":"), "io.strimzi.crdgenerator.CrdGenerator", "--yaml"],
      ...["--crd-api-version", "v1", "--target-kube", "1.30+", "--label", "app:strimzi"],
      ...classes.map((name, index) => `${api}.${name}=${folder}/${index}.yaml`),
    ]);
    return classes.map((_, index) => parse(readFileSync(join(folder, `${index}.yaml`), "utf8")) as GeneratedCrd);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The modules with the types of the kinds that the platform uses, by path. */
export const strimziModules = (crds: readonly GeneratedCrd[]): Record<string, string> =>
  Object.fromEntries(
    crds.flatMap((crd) => {
      const file = (typed as Readonly<Record<string, string>>)[crd.spec.names.kind];
      if (file === undefined) return [];
      const source = "Strimzi's CRDs by infra/crds/strimzi/generate.ts";
      return [
        [
          `infra/model/strimzi/generated/${file}.ts`,
          crdModule(crd, source, [...opaque, ...(opaqueIn[crd.spec.names.kind] ?? [])]),
        ],
      ];
    }),
  );

if (import.meta.main) {
  const release = versions.strimzi;
  const crds = generateStrimziCrds(release, process.argv[2] ?? "java");
  const lines = crds.map((crd) => JSON.stringify(crd)).join(",\n");
  writeFileSync(new URL("../strimzi.json", import.meta.url), `{"release":"${release}","crds":[\n${lines}\n]}\n`);
  for (const [path, content] of Object.entries(strimziModules(crds)))
    writeFileSync(new URL(`../../../${path}`, import.meta.url), content);
}
