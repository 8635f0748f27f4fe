// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface BindingsZeebeJobworkerV1Metadata {
  /** Required. Example: `localhost:26500`. */
  readonly gatewayAddr: Text;
  /** Default: `45s`. */
  readonly gatewayKeepAlive?: Span;
  /** Example: `true`. */
  readonly usePlainTextConnection?: Switch;
  /** Example: `/path/to/ca-cert`. */
  readonly caCertificatePath?: Text;
  /** Example: `zeebe-client`. */
  readonly clientId?: Text;
  /** Secret. */
  readonly clientSecret?: Secret;
  /** Example: `https://issuer.example.com/oauth/token`. */
  readonly authorizationServerUrl?: Text;
  /** Example: `zeebe-api`. */
  readonly tokenAudience?: Text;
  /** Example: `read write`. */
  readonly tokenScope?: Text;
  /** Example: `/tmp/zeebe-credentials.yaml`. */
  readonly clientConfigPath?: Text;
  /** Example: `products-worker`. */
  readonly workerName?: Text;
  /** Example: `5m`. */
  readonly workerTimeout?: Span;
  /** Default: `10s`. */
  readonly requestTimeout?: Span;
  /** Required. Example: `fetch-products`. */
  readonly jobType: Text;
  /** Default: `32`. */
  readonly maxJobsActive?: Count;
  /** Default: `4`. */
  readonly concurrency?: Count;
  /** Default: `100ms`. */
  readonly pollInterval?: Span;
  /** Default: `0.3`. */
  readonly pollThreshold?: Count;
  /** Example: `productId, productName, productKey`. */
  readonly fetchVariables?: Text;
  /** Example: `true`. */
  readonly autocomplete?: Switch;
  /** Example: `15s`. */
  readonly retryBackOff?: Span;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** Zeebe JobWorker: `bindings.zeebe.jobworker` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/zeebe-jobworker/ */
export interface BindingsZeebeJobworkerV1 extends ComponentOptions {
  readonly metadata: BindingsZeebeJobworkerV1Metadata;
}
