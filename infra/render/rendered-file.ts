/** A file of an export. */
export interface RenderedFile {
  /** Relative to the export's folder. */
  readonly path: string;
  readonly text: string;
  /** Holds values of secrets: for its owner's eyes only, and for no repository. */
  readonly secret?: true;
}
