import type { Problem } from "../../../problems.ts";
import type { DaprVersion } from "../dapr-version.ts";
import type { PlainObject } from "../plain-value.ts";

/** Checks what a document means, beyond its schema. */
export type SemanticCheck = (document: PlainObject, path: string, dapr: DaprVersion) => Problem[];
