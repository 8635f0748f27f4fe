// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsAzureCosmosdbGremlinapiV1Metadata {
  /** Required. Example: `wss://******.gremlin.cosmos.azure.com:443/`. */
  readonly url: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsAzureCosmosdbGremlinapiV1Authentication =
  /** Master key. */
  | {
      readonly profile: "master-key";
      /** Required. Secret. */
      readonly masterKey: Secret;
      /** Required. Example: `/dbs/<database_name>/colls/<graph_name>`. */
      readonly username: Text;
    };

/** Azure Cosmos DB (Gremlin API): `bindings.azure.cosmosdb.gremlinapi` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/cosmosdbgremlinapi/ */
export interface BindingsAzureCosmosdbGremlinapiV1 extends ComponentOptions {
  readonly metadata: BindingsAzureCosmosdbGremlinapiV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAzureCosmosdbGremlinapiV1Authentication;
}
