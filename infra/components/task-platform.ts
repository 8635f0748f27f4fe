import {
  all,
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import { connectionStringKey } from "../model/database.ts";
import { toVaultValue } from "../model/key-vault.ts";
import { operatorCharts } from "../model/operators/operator-charts.ts";
import { operatorsPageName } from "../model/operators-page/operators-page.ts";
import { scalesByLag } from "../model/scaling/scaling.ts";
import { AppImage } from "./app-image.ts";
import { AppSecrets } from "./app-secrets.ts";
import { AppScheduling } from "./app-scheduling.ts";
import { AppService } from "./app-service.ts";
import { createBlockServers } from "./block-servers.ts";
import { CertificateAuthority } from "./certificate-authority.ts";
import { DaprBuildingBlocks } from "./dapr-building-blocks.ts";
import { DaprControlPlane } from "./dapr-control-plane.ts";
import { ClusterOperators } from "./cluster-operators.ts";
import { createDatabase, type DatabaseBackend } from "./database-backend.ts";
import { createKafka, type KafkaBackend } from "./kafka-backend.ts";
import { LogCollector } from "./log-collector.ts";
import { managedCaKey } from "./managed-postgres.ts";
import { MetricsMonitors } from "./metrics-monitors.ts";
import { MessageSink } from "./message-sink.ts";
import { OperatorsPage } from "./operators-page.ts";
import { RestrictedNamespace } from "./restricted-namespace.ts";
import { VaultServer } from "./vault-server.ts";
import type { TaskPlatformArgs } from "./task-platform-args.ts";
import { createTracing } from "./tracing-backend.ts";
import { WebGateway } from "./web-gateway.ts";

/**
 * The whole platform on one Kubernetes cluster, everything inside it: Dapr, Kafka, PostgreSQL, Zipkin and the apps.
 * Costs what its parts cost; exposes only the NodePorts of the model.
 *
 * @example new TaskPlatform("todo", { platform: todoPlatform(targets.minikube), ... }, { provider });
 */
export class TaskPlatform extends ComponentResource {
  /** Password of the demo user, a secret. */
  readonly demoPassword: Output<string> | undefined;
  /** What the operators' page asks for, a secret; undefined without one. */
  readonly operatorsPageToken: Output<string> | undefined;
  /** Image of each app, with its digest. */
  readonly images: Readonly<Record<string, Output<string>>>;
  /** The operators that it installs, the gateway's controller with its load balancer among them. */
  readonly operators: readonly Resource[];
  readonly #args: TaskPlatformArgs;
  readonly #name: string;

  constructor(name: string, args: TaskPlatformArgs, options?: ComponentResourceOptions) {
    super("todo-platform:platform:TaskPlatform", name, {}, options);
    this.#name = name;
    this.#args = args;
    const { platform, cloud } = args;
    const authority = this.#authority("ca", "todo-platform-ca");
    // Of its own: what Kafka or PostgreSQL shows must never pass for a sidecar.
    const sidecars = this.#authority("dapr-ca", "dapr-ca");
    const apps = this.#namespace(platform.namespace, true);
    const controlPlane = this.#controlPlane(sidecars);
    const monitoring = this.#namespace(platform.tracing.namespace, true);
    const tracing = this.#tracing(monitoring);
    const operators = this.#operators(monitoring);
    this.operators = operators;
    const kafka = this.#kafka(authority);
    const databases = this.#databases(authority, apps);
    const blocks = createBlockServers(name, { platform, namespace: apps, authority, images: args.images }, this);
    const secrets = new AppSecrets(
      `${name}-secrets`,
      {
        platform,
        namespace: apps,
        caCertificate: authority.certificate,
        ...(cloud?.postgres === undefined ? {} : { otherCas: { [managedCaKey]: cloud.postgres.ca } }),
        ...(cloud?.secrets === undefined ? {} : { given: cloud.secrets }),
        kafkaPasswords: kafka?.passwords ?? {},
        demoUser: args.demoUser,
      },
      { parent: this },
    );
    const given = [kafka, databases, ...blocks].filter((server) => server !== undefined);
    const vault = this.#vault(authority, apps, [...given, secrets]);
    const kept = this.#keepSecrets(secrets, databases);
    const servers = [...given, ...(vault === undefined ? [] : [vault]), ...kept];
    const objects = new DaprBuildingBlocks(
      `${name}-dapr-objects`,
      { platform, namespace: apps },
      { parent: this, dependsOn: [controlPlane, ...servers, secrets] },
    );
    this.#messageSink(apps);
    this.#logging();
    this.#gateway(apps, operators);
    const placed = this.#scheduling(apps, servers);
    this.#metrics([objects, ...servers, ...tracing, ...operators]);
    const before = [objects, secrets, ...servers, ...tracing, ...placed, ...operators];
    this.images = this.#apps(apps, [authority, sidecars], before);
    this.operatorsPageToken = this.#operatorsPage([objects, ...servers, ...tracing]);
    this.demoPassword = secrets.demoPassword;
    this.registerOutputs({ images: this.images });
  }

  #namespace(namespace: string, denyIngress: boolean): Output<string> {
    return new RestrictedNamespace(`${this.#name}-${namespace}`, { namespace, denyIngress }, { parent: this })
      .namespaceName;
  }

  #authority(role: string, commonName: string): CertificateAuthority {
    const { caGenerations: generations } = this.#args;
    const args = { commonName, validityDays: 3650, generations };
    return new CertificateAuthority(`${this.#name}-${role}`, args, { parent: this });
  }

  #controlPlane(authority: CertificateAuthority): DaprControlPlane {
    const { platform, daprChart, daprVersion } = this.#args;
    const { certificate: roots, revision } = authority;
    const trust = { roots, revision, issuer: authority.issueAuthority("issuer") };
    // Its services answer the apiserver's webhooks and every sidecar, so nothing is denied here.
    const namespace = this.#namespace(platform.dapr.namespace, false);
    return new DaprControlPlane(
      `${this.#name}-dapr`,
      { dapr: platform.dapr, namespace, chart: daprChart, version: daprVersion, trust },
      { parent: this },
    );
  }

  #operators(monitoring: Output<string>): readonly Resource[] {
    const { platform, operatorCharts: versions, cloud } = this.#args;
    if (versions === undefined || platform.operators !== "chart") return [];
    const namespaces = { [platform.tracing.namespace]: monitoring };
    const charts = operatorCharts(platform, versions);
    const values = cloud?.loadBalancer && { traefik: { service: { annotations: cloud.loadBalancer } } };
    return new ClusterOperators(
      `${this.#name}-operators`,
      { platform, charts, namespaces, ...(values === undefined ? {} : { values }) },
      { parent: this },
    ).ready;
  }

  #tracing(namespace: Output<string>): ComponentResource[] {
    const { platform, images } = this.#args;
    const tracing = createTracing(`${this.#name}-tracing`, { tracing: platform.tracing, namespace, images }, this);
    return tracing === undefined ? [] : [tracing];
  }

  #logging(): void {
    const { platform, images } = this.#args;
    const { logging } = platform;
    if (logging === undefined) return;
    new LogCollector(`${this.#name}-logs`, { platform, logging, image: images.fluentBit }, { parent: this });
  }

  #gateway(namespace: Output<string>, operators: readonly Resource[]): void {
    const { gateway, namespace: appNamespace } = this.#args.platform;
    if (gateway === undefined) return;
    new WebGateway(
      `${this.#name}-gateway`,
      { gateway, appNamespace, namespace },
      { parent: this, dependsOn: [...operators] },
    );
  }

  #scheduling(namespace: Output<string>, dependsOn: Resource[]): Resource[] {
    const { platform } = this.#args;
    if (platform.scheduling === undefined && !scalesByLag(platform.services)) return [];
    return [new AppScheduling(`${this.#name}-scheduling`, { platform, namespace }, { parent: this, dependsOn })];
  }

  #metrics(dependsOn: Resource[]): void {
    const { platform } = this.#args;
    const { observability } = platform;
    if (observability === undefined) return;
    new MetricsMonitors(`${this.#name}-metrics`, { platform, observability }, { parent: this, dependsOn });
  }

  #operatorsPage(dependsOn: Resource[]): Output<string> | undefined {
    const { platform } = this.#args;
    const { operatorsPage: page } = platform;
    if (page === undefined) return undefined;
    const image = this.#image(operatorsPageName);
    return new OperatorsPage(`${this.#name}-operators-page`, { platform, page, image }, { parent: this, dependsOn })
      .token;
  }

  #kafka(authority: CertificateAuthority): KafkaBackend | undefined {
    const { platform, images, strimzi, redpanda } = this.#args;
    const { kafka } = platform;
    if (kafka === undefined || kafka.kind === "external") return undefined;
    const namespace = this.#namespace(kafka.namespace, true);
    const { kafka: image } = images;
    const provisioner = () => this.#image("kafka-provisioner");
    const args = { platform, kafka, namespace, authority, image, provisioner, strimzi, redpanda };
    return createKafka(this.#name, args, this);
  }

  #databases(authority: CertificateAuthority, namespace: Output<string>): DatabaseBackend | undefined {
    const { platform, images, cnpg, barman, cloud } = this.#args;
    const { database } = platform;
    if (database === undefined || database.kind === "external") return undefined;
    const scrapedFrom = platform.observability === undefined ? undefined : platform.tracing.namespace;
    const { postgres: image } = images;
    const managed = cloud?.postgres;
    return createDatabase(
      this.#name,
      { database, namespace, authority, image, cnpg, barman, managed, scrapedFrom },
      this,
    );
  }

  /** Vault holds copies of Secrets, so whoever makes them comes first. */
  #vault(authority: CertificateAuthority, namespace: Output<string>, dependsOn: Resource[]): VaultServer | undefined {
    const { platform, images } = this.#args;
    const { vault, topology } = platform;
    if (vault?.kind !== "plain") return undefined;
    const secrets = Object.fromEntries(Object.entries(topology.secrets).map(([secret, { keys }]) => [secret, keys]));
    return new VaultServer(
      `${this.#name}-vault`,
      { vault, namespace, image: images.vault, authority, secrets },
      { parent: this, dependsOn },
    );
  }

  /** A cloud's vault holds the texts of the secrets that apps read, of those that the platform makes. */
  #keepSecrets(secrets: AppSecrets, databases: DatabaseBackend | undefined): Resource[] {
    const { platform, cloud } = this.#args;
    if (cloud?.keepSecrets === undefined) return [];
    const connections = databases?.connections ?? {};
    const made: Record<string, Readonly<Record<string, Input<string>>>> = {
      ...secrets.values,
      ...Object.fromEntries(Object.entries(connections).map(([name, url]) => [name, { [connectionStringKey]: url }])),
    };
    const texts = Object.keys(platform.topology.secrets).flatMap((name) => {
      const values = made[name];
      return values === undefined ? [] : [[name, all(values).apply(toVaultValue)] as const];
    });
    return [cloud.keepSecrets(Object.fromEntries(texts))];
  }

  #image(app: string): Output<string> {
    const { registry, baseImage: base, appFolder, cloud } = this.#args;
    const cached = cloud !== undefined;
    return new AppImage(`${app}-image`, { app, folder: appFolder(app), registry, base, cached }, { parent: this }).ref;
  }

  #messageSink(namespace: Output<string>): void {
    const { messageSink: sink } = this.#args.platform;
    if (sink === undefined) return;
    const image = this.#image(sink.name);
    new MessageSink(`${this.#name}-messages`, { sink, namespace, image }, { parent: this });
  }

  #apps(
    namespace: Output<string>,
    believed: readonly CertificateAuthority[],
    dependsOn: Resource[],
  ): Record<string, Output<string>> {
    const { platform, cloud } = this.#args;
    const authorities = all(believed.map(({ revision }) => revision)).apply((revisions) => revisions.join("-"));
    return Object.fromEntries(
      Object.keys(platform.topology.apps).map((app) => {
        const image = this.#image(app);
        const identity = cloud?.identities?.[app];
        new AppService(app, { platform, app, namespace, image, identity, authorities }, { parent: this, dependsOn });
        return [app, image];
      }),
    );
  }
}
