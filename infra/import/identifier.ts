import { constructors } from "./manifest-code.ts";

const reserved: ReadonlySet<string> = new Set([
  ...["manifests", "component", "secretKey", "sidecarAnnotations", ...Object.values(constructors)],
  ...[
    "default",
    "delete",
    "new",
    "switch",
    "case",
    "class",
    "enum",
    "export",
    "import",
    "function",
    "return",
    "static",
  ],
  ...[
    "void",
    "while",
    "with",
    "yield",
    "await",
    "var",
    "let",
    "const",
    "if",
    "else",
    "for",
    "in",
    "do",
    "try",
    "catch",
  ],
  ...["throw", "this", "super", "null", "true", "false", "typeof", "instanceof", "package", "interface", "extends"],
  ...["implements", "private", "public", "protected", "finally", "break", "continue", "debugger", "eval", "arguments"],
]);

const camel = (text: string): string => {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words.map(
    (word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1),
  );
  return joined.join("").replace(/^(?=\d|$)/, "object");
};

/** A name for the constant of an object that no other has yet. */
export const identifierFor = (objectName: string, kind: string, taken: Set<string>): string => {
  const name = camel(objectName);
  const candidates = [name, `${name}${kind}`];
  for (let count = 2; ; count++) {
    const candidate = candidates.shift() ?? `${name}${kind}${count}`;
    if (taken.has(candidate) || reserved.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
};
