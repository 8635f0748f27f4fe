// GENERATED from Strimzi's CRDs by infra/crds/strimzi/generate.ts. DO NOT EDIT.
import type { JsonValue, ManifestMetadata } from "../../dapr/kinds/manifest-values.ts";

export interface KafkaUserSpec {
  readonly authentication?: {
    readonly password?: {
      readonly valueFrom: {
        readonly secretKeyRef?: {
          readonly key?: string;
          readonly name?: string;
          readonly optional?: boolean;
        };
      };
    };
    readonly renewalDays?: number;
    readonly type: "tls" | "tls-external" | "scram-sha-512";
    readonly validityDays?: number;
  };
  readonly authorization?: {
    readonly acls: readonly ({
      readonly type?: "allow" | "deny";
      readonly resource: {
        readonly name?: string;
        readonly patternType?: "literal" | "prefix";
        readonly type: "topic" | "group" | "cluster" | "transactionalId";
      };
      readonly host?: string;
      readonly operations: readonly ("Read" | "Write" | "Create" | "Delete" | "Alter" | "Describe" | "ClusterAction" | "AlterConfigs" | "DescribeConfigs" | "IdempotentWrite" | "All")[];
    })[];
    readonly type: "simple";
  };
  readonly quotas?: JsonValue;
  readonly template?: {
    readonly secret?: JsonValue;
  };
}

/** The manifest of kind KafkaUser. */
export interface KafkaUserManifest {
  readonly apiVersion: "kafka.strimzi.io/v1";
  readonly kind: "KafkaUser";
  readonly metadata: ManifestMetadata;
  readonly spec: KafkaUserSpec;
}
