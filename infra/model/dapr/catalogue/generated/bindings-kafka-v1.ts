// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface BindingsKafkaV1Metadata {
  /** Direction: input. Example: `mytopic1,topic2`. */
  readonly topics?: Text;
  /** Required. Example: `localhost:9092,dapr-kafka.myapp.svc.cluster.local:9093`. */
  readonly brokers: Text;
  /** Direction: output. Example: `mytopic`. */
  readonly publishTopic?: Text;
  /** Direction: input. Example: `group1`. */
  readonly consumerGroup?: Text;
  /** Default: `9m`. */
  readonly clientConnectionTopicMetadataRefreshInterval?: Span;
  /** Default: `0`. */
  readonly clientConnectionKeepAliveInterval?: Span;
  /** Default: `sarama`. */
  readonly clientID?: Text;
  /** Direction: input. Default: `newest`. */
  readonly initialOffset?: Choice<"newest" | "oldest">;
  /** Default: `1024`. */
  readonly maxMessageBytes?: Count;
  /** Default: `100ms`. */
  readonly consumeRetryInterval?: Span;
  /** Default: `false`. */
  readonly consumeRetryEnabled?: Switch;
  /** Default: `3s`. */
  readonly heartbeatInterval?: Span;
  /** Default: `10s`. */
  readonly sessionTimeout?: Span;
  /** Default: `2.0.0.0`. */
  readonly version?: Text;
  /** Default: `false`. */
  readonly skipVerify?: Switch;
  /** Default: `false`. */
  readonly disableTls?: Switch;
  /** Example: `http://localhost:8081`. */
  readonly schemaRegistryURL?: Text;
  /** Example: `XYAXXAZ`. */
  readonly schemaRegistryAPIKey?: Text;
  /** Secret. Example: `ABCDEFGMEADFF`. */
  readonly schemaRegistryAPISecret?: Secret;
  /** Default: `true`. */
  readonly schemaCachingEnabled?: Switch;
  /** Default: `5m`. */
  readonly schemaLatestVersionCacheTTL?: Span;
  /** Default: `false`. */
  readonly escapeHeaders?: Switch;
  /** Default: `false`. */
  readonly useAvroJSON?: Switch;
  /** Default: `none`. */
  readonly compression?: Text;
  /** Default: `range`. */
  readonly consumerGroupRebalanceStrategy?: Choice<"range" | "sticky" | "roundrobin">;
  /** Example: `^rawPayload|valueSchemaType$`. */
  readonly excludeHeaderMetaRegex?: Text;
  /** Default: `30s`. */
  readonly dialTimeout?: Span;
  /** Default: `30s`. */
  readonly readTimeout?: Span;
  /** Default: `30s`. */
  readonly writeTimeout?: Span;
  /** Default: `0`. */
  readonly metadataTimeout?: Span;
  /** Default: `all`. */
  readonly producerRequiredAcks?: Text;
  /** Default: `5`. */
  readonly producerRetryMax?: Count;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Source: components-contrib common/component/kafka/metadata.go. @deprecated use `authType` */
  readonly authRequired?: Switch;
  /** Source: components-contrib common/component/kafka/metadata.go. */
  readonly channelBufferSize?: Text;
  /** Source: components-contrib common/component/kafka/metadata.go. */
  readonly consumerFetchDefault?: Text;
  /** Source: components-contrib common/component/kafka/metadata.go. */
  readonly consumerFetchMin?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly assumeRoleSessionName?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly endpoint?: Text;
  readonly caCert?: Text;
}

export type BindingsKafkaV1Authentication =
  /** OIDC Authentication. */
  | {
      readonly profile: "oidc";
      /** Required. Example: `https://identity.example.com/v1/token`. */
      readonly oidcTokenEndpoint: Text;
      /** Required. Example: `my-client-id`. */
      readonly oidcClientID: Text;
      /** Required. Secret. */
      readonly oidcClientSecret: Secret;
      /** Default: `openid`. */
      readonly oidcScopes?: Text;
      /** Example: `{"cluster":"kafka","poolid":"kafkapool"}`. */
      readonly oidcExtensions?: Text;
    }
  /** OIDC Private Key JWT Authentication. */
  | {
      readonly profile: "oidc-private-key-jwt";
      /** Required. Example: `https://identity.example.com/v1/token`. */
      readonly oidcTokenEndpoint: Text;
      /** Required. Example: `my-client-id`. */
      readonly oidcClientID: Text;
      /** Required. */
      readonly oidcClientAssertionCert: Text;
      /** Required. Secret. */
      readonly oidcClientAssertionKey: Secret;
      /** Example: `api://kafka`. */
      readonly oidcResource?: Text;
      /** Example: `http://<idp-host>/realms/local`. */
      readonly oidcAudience?: Text;
      /** Default: `openid`. */
      readonly oidcScopes?: Text;
      /** Example: `{"cluster":"kafka","poolid":"kafkapool"}`. */
      readonly oidcExtensions?: Text;
      /** Example: `1234567890`. */
      readonly oidcKid?: Text;
    }
  /** SASL Authentication. */
  | {
      readonly profile: "password";
      /** Required. Example: `myuser`. */
      readonly saslUsername: Text;
      /** Required. Secret. */
      readonly saslPassword: Secret;
      /** Default: `PLAINTEXT`. */
      readonly saslMechanism?: Choice<"SHA-512" | "SHA-256" | "PLAINTEXT">;
    }
  /** mTLS Authentication. */
  | {
      readonly profile: "mtls";
      readonly clientCert?: Text;
      /** Secret. */
      readonly clientKey?: Secret;
    }
  /** No Authentication. */
  | {
      readonly profile: "none";
    }
  /** AWS access key. */
  | {
      readonly profile: "aws-access-key";
      /** Secret. @deprecated use `accessKey` */
      readonly awsAccessKey?: Secret;
      /** Secret. @deprecated use `secretKey` */
      readonly awsSecretKey?: Secret;
      /** Secret. @deprecated use `sessionToken` */
      readonly awsSessionToken?: Secret;
      /** Example: `arn:aws:iam::123456789:role/mskRole`. @deprecated use `assumeRoleArn` */
      readonly awsIamRoleArn?: Text;
      /** Default: `DaprDefaultSession`. @deprecated use `sessionName` */
      readonly awsStsSessionName?: Text;
      /** Example: `eu-central-1`. Also: `awsRegion`. */
      readonly region?: Text;
      /** Secret. */
      readonly accessKey?: Secret;
      /** Secret. */
      readonly secretKey?: Secret;
      /** Secret. */
      readonly sessionToken?: Secret;
      /** Example: `arn:aws:iam::123456789012:role/name`. */
      readonly assumeRoleArn?: Text;
      /** Default: `DaprDefaultSession`. */
      readonly sessionName?: Text;
    }
  /** AWS IAM role (Kafka and PostgreSQL). */
  | {
      readonly profile: "aws-assume-role";
      /** Secret. @deprecated use `accessKey` */
      readonly awsAccessKey?: Secret;
      /** Secret. @deprecated use `secretKey` */
      readonly awsSecretKey?: Secret;
      /** Secret. @deprecated use `sessionToken` */
      readonly awsSessionToken?: Secret;
      /** Example: `arn:aws:iam::123456789:role/mskRole`. @deprecated use `assumeRoleArn` */
      readonly awsIamRoleArn?: Text;
      /** Default: `DaprDefaultSession`. @deprecated use `sessionName` */
      readonly awsStsSessionName?: Text;
      /** Required. Example: `eu-central-1`. Also: `awsRegion`. */
      readonly region: Text;
      /** Example: `arn:aws:iam::123456789012:role/name`. */
      readonly assumeRoleArn?: Text;
      /** Default: `DaprDefaultSession`. */
      readonly sessionName?: Text;
    }
  /** AWS credentials of the environment. */
  | {
      readonly profile: "aws-environment";
      /** Secret. @deprecated use `accessKey` */
      readonly awsAccessKey?: Secret;
      /** Secret. @deprecated use `secretKey` */
      readonly awsSecretKey?: Secret;
      /** Secret. @deprecated use `sessionToken` */
      readonly awsSessionToken?: Secret;
      /** Example: `arn:aws:iam::123456789:role/mskRole`. @deprecated use `assumeRoleArn` */
      readonly awsIamRoleArn?: Text;
      /** Default: `DaprDefaultSession`. @deprecated use `sessionName` */
      readonly awsStsSessionName?: Text;
    }
  /** AWS IAM Roles Anywhere. */
  | {
      readonly profile: "aws-roles-anywhere";
      /** Secret. @deprecated use `accessKey` */
      readonly awsAccessKey?: Secret;
      /** Secret. @deprecated use `secretKey` */
      readonly awsSecretKey?: Secret;
      /** Secret. @deprecated use `sessionToken` */
      readonly awsSessionToken?: Secret;
      /** Example: `arn:aws:iam::123456789:role/mskRole`. @deprecated use `assumeRoleArn` */
      readonly awsIamRoleArn?: Text;
      /** Default: `DaprDefaultSession`. @deprecated use `sessionName` */
      readonly awsStsSessionName?: Text;
      /** Required. */
      readonly trustAnchorArn: Text;
      /** Required. */
      readonly trustProfileArn: Text;
      /** Required. */
      readonly assumeRoleArn: Text;
      /** Also: `awsRegion`. */
      readonly region?: Text;
    }
  /** TLS with a CA of one's own, no client certificate. */
  | {
      readonly profile: "certificate";
      /** Required. */
      readonly caCert: Text;
    };

/** Apache Kafka: `bindings.kafka` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/kafka/ */
export interface BindingsKafkaV1 extends ComponentOptions {
  readonly metadata: BindingsKafkaV1Metadata;
  /** Exactly one. */
  readonly authentication: BindingsKafkaV1Authentication;
}
