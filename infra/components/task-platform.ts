import { ComponentResource, type ComponentResourceOptions, type Output, type Resource } from "@pulumi/pulumi";
import { toBytes } from "../model/units.ts";
import { toKafkaTopics, toKafkaUsers } from "../model/kafka.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { AppImage } from "./app-image.ts";
import { AppSecrets } from "./app-secrets.ts";
import { AppService } from "./app-service.ts";
import { CertificateAuthority } from "./certificate-authority.ts";
import { DaprBuildingBlocks } from "./dapr-building-blocks.ts";
import { DaprControlPlane, type ChartSource } from "./dapr-control-plane.ts";
import { KafkaCluster } from "./kafka-cluster.ts";
import { KafkaProvisioning } from "./kafka-provisioning.ts";
import { PostgresProvisioning } from "./postgres-provisioning.ts";
import { PostgresServer } from "./postgres-server.ts";
import { RestrictedNamespace } from "./restricted-namespace.ts";
import { Zipkin } from "./zipkin.ts";

/** Arguments of {@link TaskPlatform}. */
export interface TaskPlatformArgs {
  readonly platform: PlatformSpec;
  readonly daprChart: ChartSource;
  readonly daprVersion: string;
  readonly images: { readonly kafka: string; readonly postgres: string; readonly zipkin: string };
  /** Where the apps' images are pushed, and what they are built upon. */
  readonly registry: string;
  readonly baseImage: string | undefined;
  /** Folder of an app, with its Dockerfile. */
  readonly appFolder: (app: string) => string;
  readonly demoUser: string | undefined;
}

/**
 * The whole platform on one Kubernetes cluster, everything inside it: Dapr, Kafka, PostgreSQL, Zipkin and the apps.
 * Costs what its parts cost; exposes only the NodePorts of the model.
 *
 * @example new TaskPlatform("todo", { platform: todoPlatform(targets.minikube), ... }, { provider });
 */
export class TaskPlatform extends ComponentResource {
  /** Password of the demo user, a secret. */
  readonly demoPassword: Output<string> | undefined;
  /** Image of each app, with its digest. */
  readonly images: Readonly<Record<string, Output<string>>>;
  readonly #args: TaskPlatformArgs;
  readonly #name: string;

  constructor(name: string, args: TaskPlatformArgs, options?: ComponentResourceOptions) {
    super("todo-platform:platform:TaskPlatform", name, {}, options);
    this.#name = name;
    this.#args = args;
    const { platform } = args;
    const authority = new CertificateAuthority(`${name}-ca`, { validityDays: 3650 }, { parent: this });
    const apps = this.#namespace(platform.namespace, true);
    const controlPlane = this.#controlPlane();
    const tracing = this.#tracing();
    const kafka = this.#kafka(authority);
    const databases = this.#databases(authority, apps);
    const secrets = new AppSecrets(
      `${name}-secrets`,
      {
        platform,
        namespace: apps,
        caCertificate: authority.certificate,
        kafkaPasswords: kafka?.passwords ?? {},
        demoUser: args.demoUser,
      },
      { parent: this },
    );
    const servers = [kafka, databases].filter((server) => server !== undefined);
    const objects = new DaprBuildingBlocks(
      `${name}-dapr-objects`,
      { platform, namespace: apps },
      { parent: this, dependsOn: [controlPlane, ...servers, secrets] },
    );
    this.images = this.#apps(apps, [objects, secrets, ...servers, tracing]);
    this.demoPassword = secrets.demoPassword;
    this.registerOutputs({ images: this.images });
  }

  #namespace(namespace: string, denyIngress: boolean): Output<string> {
    return new RestrictedNamespace(`${this.#name}-${namespace}`, { namespace, denyIngress }, { parent: this })
      .namespaceName;
  }

  #controlPlane(): DaprControlPlane {
    const { platform, daprChart, daprVersion } = this.#args;
    // Its services answer the apiserver's webhooks and every sidecar, so nothing is denied here.
    const namespace = this.#namespace(platform.dapr.namespace, false);
    return new DaprControlPlane(
      `${this.#name}-dapr`,
      { dapr: platform.dapr, namespace, chart: daprChart, version: daprVersion },
      { parent: this },
    );
  }

  #tracing(): Zipkin {
    const { tracing } = this.#args.platform;
    const namespace = this.#namespace(tracing.namespace, true);
    return new Zipkin(
      `${this.#name}-tracing`,
      { tracing, namespace, image: this.#args.images.zipkin },
      { parent: this },
    );
  }

  #kafka(authority: CertificateAuthority): KafkaProvisioning | undefined {
    const { platform, images } = this.#args;
    const { kafka, maxMessageSize, topology } = platform;
    if (kafka === undefined) return undefined;
    const namespace = this.#namespace(kafka.namespace, true);
    const cluster = new KafkaCluster(
      `${this.#name}-kafka`,
      { kafka, maxMessageSize, namespace, image: images.kafka, authority, clientNamespace: platform.namespace },
      { parent: this },
    );
    const topics = toKafkaTopics(topology, kafka, toBytes(maxMessageSize));
    return new KafkaProvisioning(
      `${this.#name}-kafka-topics`,
      {
        kafka,
        namespace,
        image: images.kafka,
        adminSecret: cluster.adminSecret,
        topics,
        users: toKafkaUsers(topology),
      },
      { parent: this },
    );
  }

  #databases(authority: CertificateAuthority, namespace: Output<string>): PostgresProvisioning | undefined {
    const { platform, images } = this.#args;
    const { database } = platform;
    if (database === undefined) return undefined;
    const args = { database, namespace, image: images.postgres };
    const server = new PostgresServer(`${this.#name}-postgres`, { ...args, authority }, { parent: this });
    return new PostgresProvisioning(
      `${this.#name}-databases`,
      { ...args, adminSecret: server.adminSecret },
      { parent: this },
    );
  }

  #apps(namespace: Output<string>, dependsOn: Resource[]): Record<string, Output<string>> {
    const { platform, registry, baseImage: base, appFolder } = this.#args;
    return Object.fromEntries(
      Object.keys(platform.topology.apps).map((app) => {
        const image = new AppImage(`${app}-image`, { app, folder: appFolder(app), registry, base }, { parent: this });
        new AppService(app, { platform, app, namespace, image: image.ref }, { parent: this, dependsOn });
        return [app, image.ref];
      }),
    );
  }
}
