import { CelError, celTokens, type CelToken } from "./cel-tokens.ts";

/** What an expression refers to. */
export interface CelReferences {
  /** Variables that the expression does not bind itself. */
  readonly variables: ReadonlySet<string>;
  /** Functions called with a receiver or without. */
  readonly functions: ReadonlySet<string>;
}

const binary = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/", "%"]] as const;

/** Macros that bind a variable: the first argument names it. */
const bindingMacros = ["all", "exists", "exists_one", "map", "filter"];

const words = ["true", "false", "null"];
const reserved = ["as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop"];
const deepest = 100;

/** Recursive descent over the grammar of the CEL language definition; collects what is referred to. */
class CelParser {
  readonly variables = new Set<string>();
  readonly functions = new Set<string>();
  readonly #tokens: readonly CelToken[];
  readonly #bound: string[] = [];
  #position = 0;
  #depth = 0;

  constructor(source: string) {
    this.#tokens = celTokens(source);
  }

  parse(): CelReferences {
    this.#expression();
    if (this.#token.kind !== "end") this.#fail(`"${this.#token.text}" is one too many`);
    return this;
  }

  get #token(): CelToken {
    return this.#tokens[this.#position] ?? { kind: "end", text: "", at: 0 };
  }

  #fail(message: string): never {
    throw new CelError(message, this.#token.at);
  }

  #is(text: string): boolean {
    return this.#token.text === text && (this.#token.kind === "sign" || this.#token.kind === "name");
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#position++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text))
      this.#fail(this.#token.kind === "end" ? `"${text}" is missing at the end` : `"${text}" is missing here`);
  }

  #expression(): void {
    if (++this.#depth > deepest) this.#fail("this is nested too deeply");
    this.#binary(0);
    if (this.#take("?")) {
      this.#binary(0);
      this.#expect(":");
      this.#expression();
    }
    this.#depth--;
  }

  #binary(level: number): void {
    const signs = binary[level];
    if (signs === undefined) return this.#unary();
    this.#binary(level + 1);
    while (signs.some((sign) => this.#take(sign))) this.#binary(level + 1);
  }

  #unary(): void {
    while (this.#take("!") || this.#take("-"));
    this.#member();
  }

  #member(): void {
    this.#primary();
    for (;;) {
      if (this.#take(".")) this.#field();
      else if (this.#take("[")) {
        this.#expression();
        this.#expect("]");
      } else return;
    }
  }

  #field(): void {
    const name = this.#name();
    if (this.#take("(")) this.#call(name);
  }

  #name(): string {
    const { kind, text } = this.#token;
    if (kind !== "name") this.#fail("a name is missing here");
    this.#position++;
    return text;
  }

  #call(name: string): void {
    this.functions.add(name);
    const binds = bindingMacros.includes(name) && this.#token.kind === "name";
    if (binds) {
      this.#bound.push(this.#name());
      if (!this.#is(")")) this.#expect(",");
    }
    this.#list(")", () => this.#expression());
    if (binds) this.#bound.pop();
  }

  #list(end: string, item: () => void): void {
    while (!this.#take(end)) {
      item();
      if (this.#take(end)) return;
      this.#expect(",");
    }
  }

  #primary(): void {
    const { kind, text } = this.#token;
    if (kind === "number" || kind === "text") this.#position++;
    else if (this.#take("(")) {
      this.#expression();
      this.#expect(")");
    } else if (this.#take("[")) this.#list("]", () => this.#expression());
    else if (this.#take("{")) this.#list("}", () => this.#pair());
    else if (kind === "name" || text === ".") this.#identifier();
    else this.#fail(kind === "end" ? "the expression ends too early" : `"${text}" does not fit here`);
  }

  #pair(): void {
    this.#expression();
    this.#expect(":");
    this.#expression();
  }

  #identifier(): void {
    this.#take(".");
    const name = this.#name();
    if (reserved.includes(name)) this.#fail(`"${name}" is a reserved word`);
    if (this.#take("(")) this.#call(name);
    else if (!words.includes(name) && !this.#bound.includes(name)) this.variables.add(name);
  }
}

/** Parses a CEL expression. Throws {@link CelError} when it is none. */
export const parseCel = (source: string): CelReferences => new CelParser(source).parse();
