// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsRethinkdbStatechangeV1Metadata {
  /** Default: `daprstate`. */
  readonly table?: Text;
  /** Default: `false`. */
  readonly archive?: Switch;
  /** Example: `10s`. */
  readonly timeout?: Text;
  /** Default: `false`. */
  readonly useJSONNumber?: Switch;
  /** Example: `3`. */
  readonly numRetries?: Count;
  /** Default: `5m`. */
  readonly hostDecayDuration?: Text;
  /** Default: `false`. */
  readonly useOpentracing?: Switch;
  /** Example: `10s`. */
  readonly writeTimeout?: Text;
  /** Example: `10s`. */
  readonly readTimeout?: Text;
  /** Example: `1`. */
  readonly handshakeVersion?: Count;
  /** Example: `30s`. */
  readonly keepAlivePeriod?: Text;
  /** Example: `5`. */
  readonly maxIdle?: Count;
  /** Secret. */
  readonly authKey?: Secret;
  /** Example: `5`. */
  readonly initialCap?: Count;
  /** Example: `10`. */
  readonly maxOpen?: Count;
  /** Example: `false`. */
  readonly discoverHosts?: Switch;
  /** Example: `5m`. */
  readonly nodeRefreshInterval?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Default: `false`. */
  readonly enableTLS?: Switch;
  readonly clientCert?: Text;
  /** Secret. */
  readonly clientKey?: Secret;
}

export type BindingsRethinkdbStatechangeV1Authentication =
  /** Basic Authentication. */
  | {
      readonly profile: "password";
      /** Example: `localhost:28015`. */
      readonly address?: Text;
      /** Example: `localhost:28015,localhost:28016`. */
      readonly addresses?: Text;
      /** Required. Example: `dapr`. */
      readonly database: Text;
      /** Example: `admin`. */
      readonly username?: Text;
      /** Secret. Example: `password`. */
      readonly password?: Secret;
    };

/** RethinkDB State Change: `bindings.rethinkdb.statechange` v1, beta. https://docs.dapr.io/reference/components-reference/supported-bindings/rethinkdb/ */
export interface BindingsRethinkdbStatechangeV1 extends ComponentOptions {
  readonly metadata?: BindingsRethinkdbStatechangeV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsRethinkdbStatechangeV1Authentication;
}
