import type { DaprVersion } from "./dapr-version.ts";

/** How the value of an annotation is spelled, beyond what its Go type says. */
export type AnnotationFormat =
  | "boolean"
  | "integer"
  | "port"
  | "string"
  | "quantity"
  | "duration"
  | "environment"
  | "secret-environment"
  | "mounts"
  | "app-id"
  | "log-level"
  | "app-protocol"
  | "seccomp-profile";

/** What is known of one annotation of the injector. */
export interface AnnotationFact {
  /** Such as `dapr.io/app-id`. */
  readonly key: string;
  /** Its name in `SidecarAnnotations`. */
  readonly field: string;
  readonly format: AnnotationFormat;
  readonly default?: string;
  /** First release that reads it, unless all do. */
  readonly since?: DaprVersion;
  /** Still read; what to write instead. */
  readonly deprecated?: string;
}
