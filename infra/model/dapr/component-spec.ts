import type { SecretReference } from "./secret-reference.ts";

/** One metadata item of a component, as the manifest has it. */
export type ComponentMetadata =
  { readonly name: string; readonly value: string } | ({ readonly name: string } & SecretReference);

/**
 * What a component is, without its name and its scopes: the name is its key in the platform, the scopes follow from the
 * topology. Made by `component()`, which types the metadata.
 */
export interface ComponentSpec {
  /** Such as `pubsub.kafka`. */
  readonly type: string;
  /** Such as `v1`. */
  readonly version: string;
  readonly metadata: readonly ComponentMetadata[];
  /** How long daprd may take to start the component. @default 5s, daprd's own */
  readonly initTimeout?: string;
  /** Whether the sidecar starts although the component does not. @default false */
  readonly ignoreErrors?: boolean;
}
