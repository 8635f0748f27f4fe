import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import {
  ComponentResource,
  interpolate,
  type ComponentResourceOptions,
  type Input,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import { redpandaPort, type RedpandaKafkaSpec } from "../model/kafka.ts";
import {
  redpandaAdmin,
  redpandaAdminSecret,
  redpandaIssuedSecret,
  redpandaLabels,
  redpandaListenerSecret,
  redpandaNames,
  redpandaUsersSecret,
  toRedpandaValues,
} from "../model/redpanda/chart-values.ts";
import type { Size } from "../model/units.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import type { ChartSource } from "./dapr-control-plane.ts";

/** Arguments of {@link RedpandaKafka}. */
export interface RedpandaKafkaArgs {
  readonly kafka: RedpandaKafkaSpec;
  readonly chart: ChartSource;
  readonly version: string;
  readonly namespace: Input<string>;
  /** Largest event; the brokers take a little more, for what is around it. */
  readonly maxMessageSize: Size;
  readonly authority: CertificateAuthority;
  /** Namespace whose pods may connect. */
  readonly clientNamespace: string;
  /** Merged last into the chart's values, for what the model does not know. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * Redpanda by its own chart: TLS and SCRAM-SHA-512 on every listener, ACLs, no automatic topics, no tiered storage, nothing
 * outside of the cluster. Costs a pod with the given cores and memory and a volume for each broker; exposes port 9093 to
 * the clients' namespace. Volumes stay when it is removed.
 *
 * @example new RedpandaKafka("kafka", { kafka, chart: { repository }, version: "25.2.1", namespace, authority, ... });
 */
export class RedpandaKafka extends ComponentResource {
  /** Secret with `password` of user `admin` and `ca.crt`, for the Job that makes topics and users; known once all run. */
  readonly adminSecret: Output<string>;
  /** Secret with the CA that an issuer's certificate brings; undefined with the platform's own. */
  readonly caSecret: string | undefined;

  constructor(name: string, args: RedpandaKafkaArgs, options?: ComponentResourceOptions) {
    super("todo-platform:kafka:RedpandaKafka", name, {}, options);
    const { kafka, namespace, chart, version } = args;
    const child = { parent: this };
    const secrets = this.#secrets(name, args);
    this.caSecret = kafka.certificates.by === "platform" ? undefined : redpandaIssuedSecret(kafka);
    this.#allowTraffic(name, args);
    const release = new Release(
      `${name}-release`,
      {
        name: kafka.cluster,
        namespace,
        ...("folder" in chart
          ? { chart: chart.folder }
          : { chart: "redpanda", version, repositoryOpts: { repo: chart.repository } }),
        values: { ...toRedpandaValues(kafka, args.maxMessageSize), ...args.values },
        timeout: 900,
      },
      { ...child, dependsOn: secrets },
    );
    this.adminSecret = release.name.apply(() => redpandaAdminSecret(kafka));
    this.registerOutputs({ adminSecret: this.adminSecret });
  }

  /** Superuser and certificate, where the chart looks for them. */
  #secrets(name: string, { kafka, namespace, authority }: RedpandaKafkaArgs): Resource[] {
    const child = { parent: this };
    const password = new RandomPassword(`${name}-admin-password`, { length: 32, special: false }, child);
    const secret = (role: string, secretName: string, stringData: Record<string, Input<string>>): Secret =>
      new Secret(`${name}-${role}`, { metadata: { name: secretName, namespace }, stringData }, child);
    const users = interpolate`${redpandaAdmin}:${password.result}:SCRAM-SHA-512`;
    const made = [
      secret("superusers", redpandaUsersSecret(kafka), { "users.txt": users }),
      secret("admin", redpandaAdminSecret(kafka), {
        password: password.result,
        ...(kafka.certificates.by === "platform" ? { "ca.crt": authority.certificate } : {}),
      }),
    ];
    if (kafka.certificates.by !== "platform") return made;
    const tls = authority.issue(kafka.cluster, redpandaNames(kafka));
    const listener = secret("listener", redpandaListenerSecret(kafka), {
      "tls.crt": tls.certificate,
      "tls.key": tls.privateKey,
      "ca.crt": authority.certificate,
    });
    return [...made, listener];
  }

  /** Clients on Kafka's port; brokers and the chart's own Jobs on every one. */
  #allowTraffic(name: string, { kafka, namespace, clientNamespace }: RedpandaKafkaArgs): void {
    const clients = [clientNamespace, kafka.namespace].map((peer) => ({
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": peer } },
    }));
    const own = { podSelector: { matchLabels: redpandaLabels(kafka) } };
    new NetworkPolicy(
      `${name}-clients`,
      {
        metadata: { name: `${kafka.cluster}-clients`, namespace },
        spec: {
          podSelector: own.podSelector,
          ingress: [{ from: clients, ports: [{ port: redpandaPort }] }, { from: [own] }],
        },
      },
      { parent: this },
    );
  }
}
