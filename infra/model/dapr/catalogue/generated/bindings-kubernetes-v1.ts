// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Span, Text } from "../component-values.ts";

export interface BindingsKubernetesV1Metadata {
  /** Default: `default`. */
  readonly namespace?: Text;
  /** Default: `~/.kube/config`. */
  readonly kubeconfigPath?: Text;
  /** Default: `10s`. Also: `resyncPeriod`. */
  readonly resyncPeriodInSec?: Span;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** Kubernetes Events: `bindings.kubernetes` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/kubernetes-binding/ */
export interface BindingsKubernetesV1 extends ComponentOptions {
  readonly metadata?: BindingsKubernetesV1Metadata;
}
