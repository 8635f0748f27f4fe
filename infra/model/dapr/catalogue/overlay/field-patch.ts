import type { FieldEntry } from "../entry.ts";

/** A field that metadata.yaml describes otherwise than the code behaves. */
export interface FieldPatch {
  /** Types, in every version. */
  readonly types: readonly string[];
  readonly fields: readonly string[];
  /** A profile that is right as it is. */
  readonly except?: string;
  /** `move`: it belongs to authentication profiles of the overlay, and is no shared field. */
  readonly change: Partial<FieldEntry> | "remove" | "move";
  /** In components-contrib unless it says dapr. */
  readonly source: string;
}
