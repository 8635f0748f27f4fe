/** A quantity as Kubernetes writes it: `100m`, `0.5`, `128Mi`, `4M`. */
export type Quantity = `${number}` | `${number}${"m" | "k" | "M" | "G" | "T" | "Ki" | "Mi" | "Gi" | "Ti"}`;

/** A key of a Secret in the pod's namespace. */
export interface SecretKey {
  readonly name: string;
  readonly key: string;
}
