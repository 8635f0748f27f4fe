import type { CheckDoc } from "./check-doc.ts";
import { tp06Annotations } from "./tp06-annotations.ts";
import { tp06Configuration } from "./tp06-configuration.ts";
import { tp06Messages } from "./tp06-messages.ts";
import { tp06Resiliency } from "./tp06-resiliency.ts";
import { tp06Schema } from "./tp06-schema.ts";

/** Kinds, their schemas and what they mean, and the sidecar's annotations. */
export const tp06: readonly CheckDoc[] = [
  ...tp06Schema,
  ...tp06Configuration,
  ...tp06Messages,
  ...tp06Resiliency,
  ...tp06Annotations,
].sort((a, b) => a.code.localeCompare(b.code));
