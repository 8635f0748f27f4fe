/** Keys of the platform's CA by number: which one signs, and which ones are believed. */
export interface CaGenerations {
  readonly signing: number;
  /** The signing one among them. Two while the servers get certificates of a new key. */
  readonly trusted: readonly number[];
}

/** The only key of a platform that was never rotated. */
export const firstGeneration: CaGenerations = { signing: 1, trusted: [1] };
