import type { Topology } from "@todo-platform/contracts";
import type { Suppression } from "./checks/suppression.ts";
import type { DatabaseSpec } from "./database.ts";
import type { ComponentSpec } from "./dapr/component-spec.ts";
import type { DaprSpec } from "./dapr/control-plane.ts";
import type { ConfigurationSpec } from "./dapr/kinds/generated/configuration.ts";
import type { HTTPEndpointSpec } from "./dapr/kinds/generated/http-endpoint.ts";
import type { MCPServerSpec } from "./dapr/kinds/generated/mcp-server.ts";
import type { WorkflowAccessPolicySpec } from "./dapr/kinds/generated/workflow-access-policy.ts";
import type { EtcdSpec } from "./etcd.ts";
import type { GatewaySpec } from "./gateway/gateway.ts";
import type { KafkaSpec } from "./kafka.ts";
import type { LoggingSpec } from "./logging/logging.ts";
import type { MessageSinkSpec } from "./messages.ts";
import type { MongodbSpec } from "./mongodb.ts";
import type { ObservabilitySpec } from "./observability/observability.ts";
import type { RabbitmqSpec } from "./rabbitmq.ts";
import type { OperatorsPageSpec } from "./operators-page/operators-page.ts";
import type { OperatorChoice } from "./operators/operator-charts.ts";
import type { RedisSpec } from "./redis.ts";
import type { ResiliencySpec } from "./resiliency.ts";
import type { SchedulingSpec } from "./scaling/scaling.ts";
import type { ServiceSpec } from "./service.ts";
import type { TracingSpec } from "./tracing.ts";
import type { Size } from "./units.ts";
import type { VaultSpec } from "./vault.ts";

/** The parts of a Configuration that are no projection of the topology. */
export type ConfigurationExtras = Omit<
  ConfigurationSpec,
  "tracing" | "accessControl" | "secrets" | "httpPipeline" | "logging" | "mtls"
>;

/** A Dapr object of another kind and the apps that it is for. */
export interface DaprObject<Spec> {
  readonly apps: readonly string[];
  readonly spec: Spec;
}

/** Everything that is known about a Dapr platform before it is applied; plain data. */
export interface PlatformSpec<T extends Topology = Topology> {
  /** Who talks to whom. */
  readonly topology: T;
  /** Namespace of the apps and of their Dapr objects. */
  readonly namespace: string;
  /** SPIFFE trust domain of the apps. Dapr's own default, `public`, makes access control by identity meaningless. */
  readonly trustDomain: string;
  readonly dapr: DaprSpec;
  /**
   * The Dapr components by name. Who loads each, and what the topology says about topics and routes, is added to them;
   * the cron bindings of `topology.schedules` need no entry.
   */
  readonly components: { readonly [name: string]: ComponentSpec };
  /** Name of the pub/sub component that carries the topics. */
  readonly pubsub: string;
  /** Name of the secret store component through which apps read their secrets. */
  readonly secretStore: string;
  /** One limit for the topics, the pub/sub component, the sidecars and the apps. */
  readonly maxMessageSize: Size;
  /** The Kafka cluster that the platform runs; `undefined` when the broker is run elsewhere or is no Kafka. */
  readonly kafka: KafkaSpec | undefined;
  /** The PostgreSQL server that the platform runs; `undefined` when it is run elsewhere. */
  readonly database: DatabaseSpec | undefined;
  /** The Redis server behind components of that type. @default none, or one that is not described */
  readonly redis?: RedisSpec;
  /** The etcd server behind a state store of that type. @default none, or one that is not described */
  readonly etcd?: EtcdSpec;
  /** The RabbitMQ server behind pub/sub of that type. @default none, or one that is not described */
  readonly rabbitmq?: RabbitmqSpec;
  /** The Vault server behind a secret store of that type. @default none, or one that is not described */
  readonly vault?: VaultSpec;
  /** The MongoDB server behind a state store of that type. @default none, or one that is not described */
  readonly mongodb?: MongodbSpec;
  /** Secrets of random values that the platform makes: the length of each key's value in characters. @default none */
  readonly generatedSecrets?: { readonly [secret: string]: { readonly [key: string]: number } };
  /** Secrets of the apps' namespace that components or apps read and that are made outside of the platform. @default none */
  readonly existingSecrets?: readonly string[];
  /** Takes emails and push messages where none shall be sent. @default none, and the bindings lead outside */
  readonly messageSink?: MessageSinkSpec | undefined;
  readonly tracing: TracingSpec;
  /** Where the lines of apps, sidecars and control plane go. @default they stay on their nodes */
  readonly logging?: LoggingSpec | undefined;
  /** Who sees to it that the cluster has the operators of observability, gateway and scaling. @default "existing" */
  readonly operators?: OperatorChoice | undefined;
  /** What Prometheus scrapes and tells. @default nothing is measured */
  readonly observability?: ObservabilitySpec | undefined;
  /** How requests from outside reach the apps. @default only by NodePorts */
  readonly gateway?: GatewaySpec | undefined;
  /** The operators' page as a pod. @default only `todo-platform console` shows it */
  readonly operatorsPage?: OperatorsPageSpec | undefined;
  readonly resiliency: ResiliencySpec;
  /** Prefix of the apps' Configurations: each app has its own, `<prefix>-<app id>`. */
  readonly configuration: string;
  /** What every app's Configuration says besides tracing, access control, secret scopes and middleware. @default nothing */
  readonly everyConfiguration?: ConfigurationExtras;
  /** Services outside of Dapr that apps invoke by name. @default none */
  readonly httpEndpoints?: { readonly [name: string]: DaprObject<HTTPEndpointSpec> };
  /** Servers of tools that workflows call. @default none */
  readonly mcpServers?: { readonly [name: string]: DaprObject<MCPServerSpec> };
  /** Who may call the workflows of the apps. @default everybody with access */
  readonly workflowAccessPolicies?: { readonly [name: string]: DaprObject<WorkflowAccessPolicySpec> };
  /** Where the apps' pods run, before which others, and what they may reserve. @default left to the cluster */
  readonly scheduling?: SchedulingSpec | undefined;
  /** One for each app of the topology. */
  readonly services: { readonly [app: string]: ServiceSpec };
  /** Problems that are accepted, each with its reason. @default none */
  readonly suppressions?: readonly Suppression[];
}
