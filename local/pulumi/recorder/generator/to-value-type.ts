import ts from "typescript";
import type { ValueType } from "../declarations.ts";

/** What a translation asks of its SDK. */
export interface TypeContext {
  /** An object type that is met; it is declared, too. */
  reference(name: string): void;
  enumValues(name: string): (string | number)[];
}

const nameOf = (name: ts.EntityName): string =>
  ts.isIdentifier(name) ? name.text : `${nameOf(name.left)}.${name.right.text}`;

const isUndefined = (node: ts.TypeNode): boolean => node.kind === ts.SyntaxKind.UndefinedKeyword;

/** An enum that other texts may follow (`string | enums.X`) is taken at its word: a text that is no value is a mistake. */
const union = (members: readonly ValueType[]): ValueType => {
  const enums = members.filter((member) => typeof member === "object" && "enum" in member);
  const rest = members.filter((member) => !(enums.length > 0 && (member === "string" || member === "number")));
  const [only, ...others] = rest;
  return only === undefined ? "any" : others.length === 0 ? only : { anyOf: rest };
};

const reference = (node: ts.TypeReferenceNode, context: TypeContext): ValueType => {
  const name = nameOf(node.typeName);
  const [argument] = node.typeArguments ?? [];
  const [head = "", ...rest] = name.split(".");
  if (["pulumi.Input", "pulumi.Output"].includes(name) && argument) return toValueType(argument, context);
  if (name === "Record" && node.typeArguments?.[1]) return { map: toValueType(node.typeArguments[1], context) };
  if (name === "pulumi.ID") return "string";
  if (head === "inputs" || head === "outputs") {
    const ref = `${head === "inputs" ? "input" : "output"}.${rest.join(".")}`;
    context.reference(ref);
    return { ref };
  }
  if (head === "enums") return { enum: context.enumValues(rest.join(".")) };
  // Assets, archives and references to other resources.
  return "any";
};

const plainTypes = new Map<ts.SyntaxKind, ValueType>([
  [ts.SyntaxKind.StringKeyword, "string"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
]);

/** What a value of a declared type may be; whether it may be left out is said by the property. */
export const toValueType = (node: ts.TypeNode, context: TypeContext): ValueType => {
  const plain = plainTypes.get(node.kind);
  if (plain !== undefined) return plain;
  if (ts.isParenthesizedTypeNode(node)) return toValueType(node.type, context);
  if (ts.isArrayTypeNode(node)) return { list: toValueType(node.elementType, context) };
  if (ts.isTypeReferenceNode(node)) return reference(node, context);
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return { enum: [node.literal.text] };
  if (ts.isUnionTypeNode(node))
    return union(node.types.filter((member) => !isUndefined(member)).map((member) => toValueType(member, context)));
  if (ts.isTypeLiteralNode(node)) {
    const [index] = node.members;
    if (index && ts.isIndexSignatureDeclaration(index)) return { map: toValueType(index.type, context) };
  }
  return "any";
};

/** Whether `undefined` is among what a type allows, as it is of outputs that a server may leave out. */
export const allowsUndefined = (node: ts.TypeNode): boolean => {
  if (ts.isUnionTypeNode(node)) return node.types.some(isUndefined);
  if (ts.isTypeReferenceNode(node) && ["pulumi.Input", "pulumi.Output"].includes(nameOf(node.typeName)))
    return (node.typeArguments ?? []).some(allowsUndefined);
  return false;
};
