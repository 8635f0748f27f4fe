import type { Duration, Size } from "../../units.ts";
import type { SecretReference, SidecarTemplate } from "../secret-reference.ts";

/** What a text field takes. Templates such as `{appID}` may stand anywhere in the text. */
export type Text = string | SecretReference;

/** What a field with a fixed set of values takes. */
export type Choice<Values> = Values | SecretReference;

/** What a number field takes. */
export type Count = number | SecretReference;

/** What a yes-or-no field takes. */
export type Switch = boolean | SecretReference;

/** What a span of time takes; a number is read by the component, as seconds where it says nothing else. */
export type Span = Duration | number | SecretReference;

/** What an amount of bytes takes; a number is bytes. */
export type Bytes = Size | number | SecretReference;

/** What a secret field takes: a reference, or what the sidecar fills in; never the value. */
export type Secret = SecretReference | SidecarTemplate;

/** What every component takes beside its metadata. */
export interface ComponentOptions {
  /** How long daprd may take to start the component. @default 5s, daprd's own */
  readonly initTimeout?: Duration;
  /** Whether the sidecar starts although the component does not. @default false */
  readonly ignoreErrors?: boolean;
  /** Metadata that the catalogue does not know, rendered as it is. */
  readonly extraMetadata?: Readonly<Record<string, string | SecretReference>>;
}
