import { moreValues } from "../resources.ts";
import ts from "typescript";
import type {
  Declarations,
  PropertyDeclaration,
  PropertyDeclarations,
  ResourceDeclaration,
  ValueType,
} from "../declarations.ts";
import type { SdkFiles } from "./sdk-files.ts";
import { allowsUndefined, toValueType, type TypeContext } from "./to-value-type.ts";

type Member = ts.TypeElement | ts.ClassElement;

const toProperty = (member: Member, context: TypeContext): [string, PropertyDeclaration][] => {
  if (!ts.isPropertySignature(member) && !ts.isPropertyDeclaration(member)) return [];
  if (!member.type || !ts.isIdentifier(member.name) || member.name.text.startsWith("__")) return [];
  const required = member.questionToken === undefined && !allowsUndefined(member.type);
  return [[member.name.text, { type: toValueType(member.type, context), ...(required ? { required } : {}) }]];
};

const properties = (members: readonly Member[], context: TypeContext): PropertyDeclarations =>
  Object.fromEntries(members.flatMap((member) => toProperty(member, context)));

const isObjectType = (type: ValueType): boolean => typeof type === "object" && "ref" in type;

const isStatic = (member: ts.ClassElement): boolean =>
  ts.canHaveModifiers(member) &&
  (ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);

const declareResource = (file: ts.SourceFile, context: TypeContext): ResourceDeclaration => {
  const classNode = file.statements.find(ts.isClassDeclaration);
  const className = classNode?.name?.text ?? "";
  const args = file.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === `${className}Args`);
  const inputs = properties(args?.members ?? [], context);
  const all = properties(classNode?.members.filter((member) => !isStatic(member)) ?? [], context);
  // An object of which the program says a part, such as a vault's properties, is answered with the server's part, too.
  const outputs = Object.fromEntries(
    Object.entries(all).filter(([name, { type }]) => inputs[name] === undefined || isObjectType(type)),
  );
  return { inputs, outputs };
};

/** What an SDK declares of some of its resources, and every object type that these lead to. */
export const declare = (files: SdkFiles, resourcePaths: readonly string[]): Declarations => {
  const waiting = new Set<string>();
  const context: TypeContext = {
    reference: (name) => waiting.add(name),
    enumValues: (name) => [...files.enumValues(name), ...(moreValues[name] ?? [])],
  };
  const resources = Object.fromEntries(
    resourcePaths.map((path) => [files.token(path), declareResource(files.parse(path), context)]),
  );
  const types: Record<string, PropertyDeclarations> = {};
  // The set grows while it is walked.
  for (const name of waiting) {
    const [direction, ...rest] = name.split(".");
    const members = files.interfaces(direction === "input" ? "input" : "output").get(rest.join("."));
    if (members === undefined) throw new Error(`${name} is not declared`);
    types[name] = properties(members, context);
  }
  return { version: files.version, resources, types };
};
