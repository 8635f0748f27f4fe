/** A word, number, text or sign of a CEL expression. */
export interface CelToken {
  readonly kind: "name" | "number" | "text" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

/** What is wrong with an expression, and at which character. */
export class CelError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const space = /(?:\s+|\/\/[^\n]*)+/y;
const name = /[_a-zA-Z][_a-zA-Z0-9]*/y;
const number = /0[xX][0-9a-fA-F]+[uU]?|\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|\d+[uU]?/y;
const text =
  /[rRbB]{0,2}(?:"""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')/y;
const sign = /&&|\|\||==|!=|<=|>=|[-+*/%!<>?:.,()[\]{}]/y;

const kinds = [
  ["text", text],
  ["name", name],
  ["number", number],
  ["sign", sign],
] as const;

const matchAt = (pattern: RegExp, source: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
};

const tokenAt = (source: string, at: number): CelToken => {
  for (const [kind, pattern] of kinds) {
    const found = matchAt(pattern, source, at);
    if (found !== undefined) return { kind, text: found, at };
  }
  const character = source.charAt(at);
  if (character === "=") throw new CelError("a single = compares nothing; write ==", at);
  if (character === "&" || character === "|")
    throw new CelError(`a single ${character} is no operator; write ${character}${character}`, at);
  if (character === '"' || character === "'") throw new CelError("this text has no end", at);
  throw new CelError(`"${character}" has no meaning here`, at);
};

/** Splits an expression; the last token marks its end. Throws {@link CelError}. */
export const celTokens = (source: string): CelToken[] => {
  const tokens: CelToken[] = [];
  let at = matchAt(space, source, 0)?.length ?? 0;
  while (at < source.length) {
    const token = tokenAt(source, at);
    tokens.push(token);
    at += token.text.length;
    at += matchAt(space, source, at)?.length ?? 0;
  }
  return [...tokens, { kind: "end", text: "", at: source.length }];
};
