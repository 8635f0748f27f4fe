/** One thing that the service refused. */
export interface FieldProblem {
  /** JSON pointer of the field, such as `/due_at`; empty for the whole request. */
  readonly pointer: string;
  readonly detail: string;
}

const sentences: readonly [RegExp, string][] = [
  [/^Too small: expected string to have >=1 characters?$/, "This is needed"],
  [/^Too small: expected string to have >=(\d+) characters?$/, "At least $1 characters are needed"],
  [/^Too big: expected string to have <=(\d+) characters?$/, "At most $1 characters are allowed"],
  [/^Too big: expected array to have <=(\d+) items?$/, "At most $1 are allowed"],
];

/** A problem as people read it. */
export function problemText(detail: string): string {
  const [pattern, text] = sentences.find(([known]) => known.test(detail)) ?? [];
  const said = pattern && text !== undefined ? detail.replace(pattern, text) : detail;
  return said.endsWith(".") ? said : `${said}.`;
}

/** All problems of each field, by the field's name; those of one field stand behind each other. */
export function problemsByField(problems: readonly FieldProblem[]): Readonly<Record<string, string>> {
  const byField: Record<string, string> = {};
  for (const { pointer, detail } of problems) {
    const name = pointer.split("/")[1] ?? "";
    const before = byField[name];
    byField[name] = before === undefined ? problemText(detail) : `${before} ${problemText(detail)}`;
  }
  return byField;
}
