import { join } from "node:path";
import { toolDir } from "../paths.ts";
import { programPath } from "../toolchain/ensure-tools.ts";
import { versions } from "../versions.ts";
import { accounts, PATH, staticImage, type ImageRecipe } from "./recipes.ts";

const { operatorImages, publishedImages } = versions;

const cloudnativePgOperator = staticImage(operatorImages.cloudnativePg, "cloudnative-pg", "manager");

/** CloudNativePG brings its own program into the server's pod, which looks for PostgreSQL's on the path. */
const cloudnativePgServer: ImageRecipe = {
  reference: operatorImages.cloudnativePgServer,
  tools: [],
  root: "postgres",
  files: accounts("postgres", 26, "/var/lib/postgresql"),
  config: {
    User: "26:26",
    Env: [`${PATH}:/usr/lib/postgresql/15/bin`, "LANG=C.UTF-8"],
    WorkingDir: "/var/lib/postgresql",
    Cmd: ["postgres"],
  },
};

/** Commands of Barman that the plugin runs -> the module that each of them is. */
const barmanCommands: Readonly<Record<string, string>> = {
  "barman-cloud-backup": "cloud_backup",
  "barman-cloud-backup-delete": "cloud_backup_delete",
  "barman-cloud-backup-list": "cloud_backup_list",
  "barman-cloud-backup-show": "cloud_backup_show",
  "barman-cloud-check-wal-archive": "cloud_check_wal_archive",
  "barman-cloud-restore": "cloud_restore",
  "barman-cloud-wal-archive": "cloud_walarchive",
  "barman-cloud-wal-restore": "cloud_walrestore",
};

/** Runs beside each server, whose user and folders it has. */
const barmanCloudSidecar: ImageRecipe = {
  reference: operatorImages.barmanCloudSidecar,
  tools: ["plugin-barman-cloud", "barman"],
  root: "python",
  copy: {
    "/manager": programPath("plugin-barman-cloud", "manager"),
    "/opt/barman": join(toolDir("barman"), "lib"),
  },
  files: {
    ...accounts("postgres", 26, "/var/lib/postgresql"),
    // What the packages bring along names the Python of the machine that fetched them.
    ...Object.fromEntries(
      Object.entries(barmanCommands).map(([command, module]) => [
        `/usr/local/bin/${command}`,
        `#!/usr/bin/python3\nfrom barman.clients.${module} import main\nmain()\n`,
      ]),
    ),
  },
  config: {
    User: "26:26",
    // The root is read-only: without a place for what it compiles, each command would compile it again.
    Env: [PATH, "LANG=C.UTF-8", "PYTHONPATH=/opt/barman", "PYTHONPYCACHEPREFIX=/run/python"],
    WorkingDir: "/",
    Entrypoint: ["/manager"],
  },
};

const s3proxy: ImageRecipe = {
  reference: operatorImages.s3proxy,
  tools: ["s3proxy"],
  root: "jre",
  copy: { "/opt/s3proxy/lib": join(toolDir("s3proxy"), "lib") },
  files: {
    ...accounts("s3proxy", 1000, "/data"),
    "/usr/local/bin/start-s3proxy":
      "#!/bin/sh\nexec java $JAVA_OPTS -cp '/opt/s3proxy:/opt/s3proxy/lib/*' org.gaul.s3proxy.Main \"$@\"\n",
    // Without it every byte is logged.
    "/opt/s3proxy/logback.xml": `<configuration>
  <appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%level %msg%n</pattern></encoder></appender>
  <root level="warn"><appender-ref ref="out"/></root>
</configuration>
`,
  },
  config: { User: "1000:1000", Env: [PATH], WorkingDir: "/data", Entrypoint: ["start-s3proxy"] },
};

/** The operators that are tried with the platform, and what they run. No start loads them. */
export const operatorRecipes = {
  prometheus: [
    staticImage(operatorImages.prometheusOperator, "prometheus-operator", "operator", "/bin"),
    staticImage(operatorImages.prometheusConfigReloader, "prometheus-operator", "prometheus-config-reloader", "/bin"),
    staticImage(operatorImages.prometheus, "prometheus", "prometheus", "/bin"),
  ],
  certManager: [staticImage(operatorImages.certManager, "cert-manager", "cert-manager")],
  traefik: [staticImage(operatorImages.traefik, "traefik", "traefik")],
  keda: [
    staticImage(operatorImages.keda, "keda", "keda"),
    staticImage(operatorImages.kedaMetrics, "keda", "keda-adapter"),
  ],
  cloudnativePg: [
    {
      ...cloudnativePgOperator,
      copy: {
        ...cloudnativePgOperator.copy,
        // The processors that it works for are those of the files that it finds here.
        "/operator/manager_amd64": programPath("cloudnative-pg", "manager"),
      },
    },
    cloudnativePgServer,
  ],
  barmanCloud: [staticImage(operatorImages.barmanCloud, "plugin-barman-cloud", "manager"), barmanCloudSidecar, s3proxy],
  otelCollector: [staticImage(publishedImages.otelCollector, "otel-collector", "otelcol")],
} satisfies Readonly<Record<string, readonly ImageRecipe[]>>;
