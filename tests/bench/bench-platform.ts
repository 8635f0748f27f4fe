import type { Topology } from "@todo-platform/contracts";
import { todoPlatform } from "../../infra/model/todo.ts";
import { targets } from "../../infra/model/targets.ts";
import type { PlatformSpec } from "../../infra/model/platform-spec.ts";
import { defaultService } from "../../infra/model/service.ts";
import { sidecarLabel } from "../../infra/model/dapr/control-plane.ts";
import { toComponents, type DaprComponent } from "../../infra/model/dapr/component.ts";
import { kafkaUserSecret, platformCaSecret } from "../../infra/model/kafka-connection.ts";
import { postgresConnections } from "../../infra/model/postgres-state.ts";
import { toConfigurations } from "../../infra/model/dapr/configuration.ts";
import { toResiliency } from "../../infra/model/dapr/resiliency.ts";
import { toSubscriptions } from "../../infra/model/dapr/subscription.ts";
import { appApiTokenSecret, daprApiTokenSecret, toSidecarAnnotations } from "../../infra/model/dapr/sidecar.ts";

/** Namespace of the benchmark's own apps. */
export const benchNamespace = "todo-bench";
/** Topic of the benchmark. */
export const benchTopic = "bench-events";
/** Prefix of the benchmark's tables in the state store's database. */
export const tablePrefix = "bench_";
export const client = "bench-client";
export const server = "bench-server";
export const ports = { [client]: 8100, [server]: 8101 } as const;

const topology: Topology = {
  apps: { [client]: { port: ports[client] }, [server]: { port: ports[server] } },
  topics: { [benchTopic]: { events: [], publishers: [client], subscribers: { [server]: { route: "/bench-events" } } } },
  deadLetters: { app: server, route: "/dead-letters" },
  invocations: [{ from: client, to: server, path: "/echo", verbs: ["POST"] }],
  stateStores: { statestore: { apps: [client] } },
  secrets: {},
};

/** Two apps under exactly the Dapr objects that the platform's model makes of a topology. */
export const benchPlatform = {
  ...todoPlatform(targets.local),
  topology,
  namespace: benchNamespace,
  services: { [client]: defaultService, [server]: defaultService },
} satisfies PlatformSpec;

/** Secret and pool size of the state store. */
export const stateStore = postgresConnections(benchPlatform.components["statestore"]);

type Manifest = Record<string, unknown>;

const named = (name: string): Manifest => ({ name, namespace: benchNamespace });

const secret = (name: string, stringData: Record<string, string>): Manifest => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: named(name),
  stringData,
});

/** Secrets of the benchmark's namespace. */
export interface BenchSecrets {
  readonly ca: string;
  readonly stateStore: string;
  /** Token both ways, and Kafka password, of both apps. */
  readonly token: string;
  readonly kafkaPassword: string;
}

const secrets = ({ ca, stateStore: stateUrl, token, kafkaPassword }: BenchSecrets): Manifest[] => [
  secret(platformCaSecret, { "ca.crt": ca }),
  secret(stateStore.secret ?? "", { "connection-string": stateUrl }),
  ...[client, server].flatMap((app) => [
    secret(daprApiTokenSecret(app), { token }),
    secret(appApiTokenSecret(app), { token }),
    secret(kafkaUserSecret(app), { password: kafkaPassword }),
  ]),
];

const daprObjects = (): Manifest[] => {
  const component = ({ name, type, version, metadata, scopes }: DaprComponent): Manifest => ({
    apiVersion: "dapr.io/v1alpha1",
    kind: "Component",
    metadata: named(name),
    auth: { secretStore: "kubernetes" },
    spec: { type, version, metadata },
    scopes,
  });
  const tables = [
    { name: "tablePrefix", value: tablePrefix },
    { name: "metadataTableName", value: `${tablePrefix}dapr_metadata` },
  ];
  const { name, ...resiliency } = toResiliency(benchPlatform);
  return [
    ...toComponents(benchPlatform).map((spec) =>
      component(
        spec.name === "statestore"
          ? { ...spec, metadata: [...spec.metadata.filter((item) => item.name !== "actorStateStore"), ...tables] }
          : spec,
      ),
    ),
    component({ name: "memory", type: "state.in-memory", version: "v1", metadata: [], scopes: [client] }),
    ...toConfigurations(benchPlatform).map(({ name: configuration, spec }) => ({
      apiVersion: "dapr.io/v1alpha1",
      kind: "Configuration",
      metadata: named(configuration),
      spec,
    })),
    { apiVersion: "dapr.io/v1alpha1", kind: "Resiliency", metadata: named(name), ...resiliency },
    ...toSubscriptions(benchPlatform).map((subscription) => ({
      apiVersion: "dapr.io/v2alpha1",
      kind: "Subscription",
      metadata: named(subscription.name),
      spec: {
        topic: subscription.topic,
        pubsubname: subscription.pubsub,
        routes: { default: subscription.route },
        ...(subscription.deadLetterTopic === undefined ? {} : { deadLetterTopic: subscription.deadLetterTopic }),
      },
      scopes: [subscription.app],
    })),
  ];
};

const pod = (app: typeof client | typeof server, image: string): Manifest => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: {
    ...named(app),
    labels: { "app.kubernetes.io/name": app, ...sidecarLabel },
    annotations: toSidecarAnnotations(benchPlatform, app, defaultService),
  },
  spec: {
    enableServiceLinks: false,
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: 1,
    securityContext: { runAsNonRoot: true, runAsUser: 65_532, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: app,
        image,
        imagePullPolicy: "IfNotPresent",
        command: ["node", "/bench/echo.mjs"],
        env: [
          { name: "APP_PORT", value: String(ports[app]) },
          { name: "APP_API_TOKEN", valueFrom: { secretKeyRef: { name: appApiTokenSecret(app), key: "token" } } },
        ],
        readinessProbe: { httpGet: { path: "/health", port: ports[app] }, periodSeconds: 1 },
        resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { cpu: "500m", memory: "256Mi" } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        },
        volumeMounts: [{ name: "bench", mountPath: "/bench", readOnly: true }],
      },
    ],
    volumes: [
      { name: "bench", configMap: { name: "bench" } },
      { name: platformCaSecret, secret: { secretName: platformCaSecret } },
    ],
  },
});

/** The operator makes these for Deployments only; sidecars find each other by them. */
const sidecarService = (app: string): Manifest => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: named(`${app}-dapr`),
  spec: {
    clusterIP: "None",
    selector: { "app.kubernetes.io/name": app },
    ports: [{ name: "dapr-internal", port: 50_002, targetPort: 50_002 }],
  },
});

/** The objects before the pods, then the pods: a sidecar reads its components when it starts. */
export const benchObjects = (given: BenchSecrets, echo: string, image: string): [Manifest[], Manifest[]] => [
  [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: benchNamespace } },
    { apiVersion: "v1", kind: "ConfigMap", metadata: named("bench"), data: { "echo.mjs": echo } },
    ...secrets(given),
    ...daprObjects(),
    sidecarService(client),
    sidecarService(server),
  ],
  [pod(client, image), pod(server, image)],
];
