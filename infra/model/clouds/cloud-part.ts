/** Something that a cloud makes for the platform, as its reader asks about it. */
export interface CloudPart {
  readonly part: string;
  /** Types of the resources it is made of, as their provider's tokens end. */
  readonly types: readonly string[];
  /** Who reaches it from where. */
  readonly exposure: string;
  /** Who it acts as, and who may do what with it. */
  readonly identity: string;
  /** What is kept of it, and how it comes back. */
  readonly backup: string;
}
