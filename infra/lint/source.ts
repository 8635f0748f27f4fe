/** One text that is linted, and what it is called in findings. */
export interface Source {
  readonly file: string;
  readonly text: string;
}
