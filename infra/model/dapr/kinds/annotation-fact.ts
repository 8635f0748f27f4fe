import type { DaprVersion } from "./dapr-version.ts";
import type { AnnotationFormat } from "./generator/annotation-overlay.ts";

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
