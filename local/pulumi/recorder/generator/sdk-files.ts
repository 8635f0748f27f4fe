import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { repositoryRoot } from "../../../paths.ts";

type Members = ts.NodeArray<ts.TypeElement>;

/** The declaration files of an SDK; each is parsed once. */
export class SdkFiles {
  readonly version: string;
  readonly #folder: string;
  readonly #parsed = new Map<string, ts.SourceFile>();
  readonly #interfaces = new Map<string, ReadonlyMap<string, Members>>();

  constructor(packageName: string) {
    this.#folder = join(repositoryRoot, "node_modules", packageName);
    this.version = (
      JSON.parse(readFileSync(join(this.#folder, "package.json"), "utf8")) as { version: string }
    ).version;
  }

  /** A file of the package by its path without extension. */
  parse(path: string): ts.SourceFile {
    const known = this.#parsed.get(path);
    if (known) return known;
    const text = readFileSync(join(this.#folder, `${path}.d.ts`), "utf8");
    const file = ts.createSourceFile(`${path}.d.ts`, text, ts.ScriptTarget.Latest, false);
    this.#parsed.set(path, file);
    return file;
  }

  /** The type token that a resource's class registers. */
  token(path: string): string {
    const text = readFileSync(join(this.#folder, `${path}.js`), "utf8");
    const token = /__pulumiType = '([^']+)'/.exec(text)?.[1];
    if (token === undefined) throw new Error(`${path} is no resource`);
    return token;
  }

  /** Members of the object types of `types/input` or `types/output`, by name with namespaces. */
  interfaces(direction: "input" | "output"): ReadonlyMap<string, Members> {
    const known = this.#interfaces.get(direction);
    if (known) return known;
    const found = new Map<string, Members>();
    const visit = (statements: readonly ts.Statement[], prefix: string): void => {
      for (const statement of statements) {
        if (ts.isInterfaceDeclaration(statement)) found.set(prefix + statement.name.text, statement.members);
        if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body))
          visit(statement.body.statements, `${prefix}${statement.name.text}.`);
      }
    };
    visit(this.parse(`types/${direction}`).statements, "");
    this.#interfaces.set(direction, found);
    return found;
  }

  /** Values of an enum by its name with namespaces, such as `containerservice.OutboundType`. */
  enumValues(name: string): (string | number)[] {
    const parts = name.split(".");
    const constant = parts.pop();
    const file = this.parse(["types/enums", ...parts, "index"].join("/"));
    for (const statement of file.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name: variable, type } of statement.declarationList.declarations) {
        if (!ts.isIdentifier(variable) || variable.text !== constant || !type || !ts.isTypeLiteralNode(type)) continue;
        return type.members.map((member) => enumValue(member));
      }
    }
    throw new Error(`${name} is no enum`);
  }
}

const enumValue = (member: ts.TypeElement): string | number => {
  const type = ts.isPropertySignature(member) ? member.type : undefined;
  const literal = type && ts.isLiteralTypeNode(type) ? type.literal : undefined;
  if (literal && ts.isStringLiteral(literal)) return literal.text;
  if (literal && ts.isNumericLiteral(literal)) return Number(literal.text);
  throw new Error("an enum has values of texts and numbers only");
};
