import { kafkaBootstrap, redpandaPort, type RedpandaKafkaSpec } from "../kafka.ts";
import { toBytes, toMilliseconds, type Size } from "../units.ts";

/** Secret with the certificate of the brokers (keys `tls.crt`, `tls.key`, `ca.crt`). */
export const redpandaListenerSecret = ({ cluster }: RedpandaKafkaSpec): string => `${cluster}-listener`;
/** Secret with the superuser in the chart's own form (key `users.txt`). */
export const redpandaUsersSecret = ({ cluster }: RedpandaKafkaSpec): string => `${cluster}-superusers`;
/** Secret with the superuser's password (key `password`), from which the first start makes the user. */
export const redpandaAdminSecret = ({ cluster }: RedpandaKafkaSpec): string => `${cluster}-admin`;
/** Secret that cert-manager fills for the chart's certificate `default`. Source: redpanda chart, helpers for certificates. */
export const redpandaIssuedSecret = ({ cluster }: RedpandaKafkaSpec): string => `${cluster}-default-cert`;

/** User that makes topics, users and ACLs; the same as of kind `plain`. */
export const redpandaAdmin = "admin";

/** Labels of the brokers' pods. Source: redpanda chart, labels of its StatefulSet. */
export const redpandaLabels = ({ cluster }: RedpandaKafkaSpec) => ({
  "app.kubernetes.io/name": "redpanda",
  "app.kubernetes.io/instance": cluster,
});

/** Names by which clients and brokers reach a broker: the headless Service, and each pod below it. */
export const redpandaNames = (kafka: RedpandaKafkaSpec): string[] => {
  const service = kafkaBootstrap(kafka).split(":")[0] ?? "";
  const short = service.replace(/\.cluster\.local$/, "");
  return [service, `*.${service}`, short, `*.${short}`];
};

/** A certificate as the chart takes it: made by us, or asked of an issuer. */
export type RedpandaCertificate = { readonly caEnabled: true } & (
  | { readonly secretRef: { readonly name: string } }
  | {
      readonly issuerRef: { readonly kind: string; readonly name: string };
      readonly applyInternalDNSNames: true;
    }
);

/** Security of a container as Pod Security `restricted` wants it. */
const restricted = { allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: { drop: ["ALL"] } } as const;

const secured = (...names: string[]) => names.map((name) => ({ name, securityContext: restricted }));

/** Values of Redpanda's chart that are not its defaults, or that must not change with them. Source: its values.yaml. */
export interface RedpandaValues {
  readonly fullnameOverride: string;
  readonly clusterDomain: string;
  readonly auth: {
    readonly sasl: {
      readonly enabled: true;
      readonly mechanism: "SCRAM-SHA-512";
      readonly secretRef: string;
      readonly users: readonly [];
      readonly bootstrapUser: {
        readonly name: string;
        readonly mechanism: "SCRAM-SHA-512";
        readonly secretKeyRef: { readonly name: string; readonly key: string };
      };
    };
  };
  readonly tls: {
    readonly enabled: true;
    readonly certs: Readonly<Record<"default" | "external", RedpandaCertificate>>;
  };
  readonly external: { readonly enabled: false; readonly service: { readonly enabled: false } };
  readonly listeners: {
    readonly kafka: { readonly port: number; readonly authenticationMethod: "sasl" };
    readonly http: { readonly enabled: false };
    readonly schemaRegistry: { readonly enabled: false };
  };
  readonly resources: {
    readonly cpu: { readonly cores: number };
    readonly memory: { readonly container: { readonly min: Size; readonly max: Size } };
  };
  readonly storage: {
    readonly persistentVolume: { readonly enabled: true; readonly size: Size; readonly storageClass: string };
    readonly tiered: { readonly mountType: "none"; readonly config: { readonly cloud_storage_enabled: false } };
  };
  readonly statefulset: {
    readonly replicas: number;
    readonly budget: { readonly maxUnavailable: 1 };
    readonly podTemplate: { readonly spec: object };
  };
  readonly rackAwareness: { readonly enabled: boolean; readonly nodeAnnotation?: string };
  readonly config: { readonly cluster: Readonly<Record<string, boolean | number>> };
  readonly tuning: { readonly tune_aio_events: false };
  readonly console: { readonly enabled: false };
  readonly logging: { readonly usageStats: { readonly enabled: false } };
  readonly monitoring: { readonly enabled: false };
}

const certificateOf = (kafka: RedpandaKafkaSpec): RedpandaCertificate =>
  kafka.certificates.by === "platform"
    ? { caEnabled: true, secretRef: { name: redpandaListenerSecret(kafka) } }
    : { caEnabled: true, issuerRef: kafka.certificates.issuer, applyInternalDNSNames: true };

/** The values of chart `redpanda` for a cluster: nothing outside of Kubernetes, nothing without TLS and a password. */
export const toRedpandaValues = (kafka: RedpandaKafkaSpec, maxMessageSize: Size): RedpandaValues => {
  const certificate = certificateOf(kafka);
  return {
    fullnameOverride: kafka.cluster,
    clusterDomain: "cluster.local",
    auth: {
      sasl: {
        enabled: true,
        mechanism: "SCRAM-SHA-512",
        secretRef: redpandaUsersSecret(kafka),
        users: [],
        // Without a Secret of ours the chart would make another password at each rendering.
        bootstrapUser: {
          name: redpandaAdmin,
          mechanism: "SCRAM-SHA-512",
          secretKeyRef: { name: redpandaAdminSecret(kafka), key: "password" },
        },
      },
    },
    // The chart asks cert-manager for each certificate that has no Secret, used or not.
    tls: { enabled: true, certs: { default: certificate, external: certificate } },
    external: { enabled: false, service: { enabled: false } },
    listeners: {
      kafka: { port: redpandaPort, authenticationMethod: "sasl" },
      http: { enabled: false },
      schemaRegistry: { enabled: false },
    },
    resources: { cpu: { cores: kafka.cores }, memory: { container: { min: kafka.memory, max: kafka.memory } } },
    storage: {
      persistentVolume: { enabled: true, size: kafka.storage, storageClass: kafka.storageClass ?? "" },
      tiered: { mountType: "none", config: { cloud_storage_enabled: false } },
    },
    statefulset: {
      replicas: kafka.brokers,
      budget: { maxUnavailable: 1 },
      podTemplate: {
        spec: {
          securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
          containers: secured("redpanda", "sidecar"),
          initContainers: secured("redpanda-configurator", "bootstrap-yaml-envsubst"),
        },
      },
    },
    rackAwareness:
      kafka.rackLabel === undefined ? { enabled: false } : { enabled: true, nodeAnnotation: kafka.rackLabel },
    config: {
      cluster: {
        auto_create_topics_enabled: false,
        kafka_enable_authorization: true,
        default_topic_partitions: kafka.partitions,
        default_topic_replications: kafka.replicationFactor,
        kafka_batch_max_bytes: toBytes(maxMessageSize) + 65_536,
        log_retention_ms: toMilliseconds(kafka.retention),
      },
    },
    // It would be a privileged container.
    tuning: { tune_aio_events: false },
    console: { enabled: false },
    logging: { usageStats: { enabled: false } },
    monitoring: { enabled: false },
  };
};
