import type { AuthenticationEntry, CatalogueEntry, FieldEntry, FieldType } from "../entry.ts";
import { typeName } from "./type-name.ts";

const valueTypes: Readonly<Record<FieldType, string>> = {
  string: "Text",
  number: "Count",
  bool: "Switch",
  duration: "Span",
  bytesize: "Bytes",
};

const literal = (field: FieldEntry, value: string): string => (field.type === "number" ? value : JSON.stringify(value));

const valueType = (field: FieldEntry): string => {
  if (field.sensitive) return "Secret";
  if (field.allowedValues === undefined) return valueTypes[field.type];
  return `Choice<${field.allowedValues.map((value) => literal(field, value)).join(" | ")}>`;
};

/** Examples that name a host of images, or would end the comment, are left out. */
const showable = (text: string | undefined): text is string =>
  text !== undefined && text.length <= 70 && !/\*\/|`|ghcr|docker|registry|BEGIN|AKIA/.test(text);

/** What is known of a field, as facts. */
const facts = (field: FieldEntry): string =>
  [
    field.required && field.direction === undefined ? "Required." : "",
    field.sensitive ? "Secret." : "",
    field.direction === undefined ? "" : `Direction: ${field.direction}.`,
    showable(field.default) ? `Default: \`${field.default}\`.` : "",
    field.default === undefined && showable(field.example) ? `Example: \`${field.example}\`.` : "",
    field.aliases === undefined ? "" : `Also: \`${field.aliases.join("`, `")}\`.`,
    field.source === undefined ? "" : `Source: ${field.source}.`,
    field.deprecated === undefined ? "" : `@deprecated${field.deprecated === "" ? "" : ` use \`${field.deprecated}\``}`,
  ]
    .filter((fact) => fact !== "")
    .join(" ");

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** Whether TypeScript asks for the field: one of a single direction may be of no use to the component at hand. */
const asked = (field: FieldEntry, entry: CatalogueEntry): boolean =>
  field.required && (field.direction === undefined || entry.binding?.input !== entry.binding?.output);

const property = (field: FieldEntry, entry: CatalogueEntry, indent: string): string => {
  const doc = facts(field);
  const line = `${indent}readonly ${key(field.name)}${asked(field, entry) ? "" : "?"}: ${valueType(field)};\n`;
  return doc === "" ? line : `${indent}/** ${doc} */\n${line}`;
};

const profileType = (profile: AuthenticationEntry, entry: CatalogueEntry): string => {
  const fields = profile.fields.filter((field) => field.constant === undefined);
  const properties = fields.map((field) => property(field, entry, "      ")).join("");
  return `  /** ${profile.title}. */\n  | {\n      readonly profile: ${JSON.stringify(profile.profile)};\n${properties}    }`;
};

const usedTypes = (body: string): string[] =>
  ["Bytes", "Choice", "ComponentOptions", "Count", "Secret", "Span", "Switch", "Text"].filter((name) =>
    new RegExp(`\\b${name}\\b(?=[<;]| \\{)`).test(body),
  );

export const header =
  "// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.\n";

/** The TypeScript of one component type. */
export const writeType = (entry: CatalogueEntry): string => {
  const name = typeName(`${entry.type}/${entry.version}`);
  const metadata = `export interface ${name}Metadata {\n${entry.fields.map((field) => property(field, entry, "  ")).join("")}}\n`;
  const profiles = entry.authentication.map((profile) => profileType(profile, entry)).join("\n");
  const authentication = profiles === "" ? "" : `\nexport type ${name}Authentication =\n${profiles};\n`;
  const optional = entry.fields.some((field) => asked(field, entry)) ? "" : "?";
  const deprecated = entry.deprecated === undefined ? "" : ` @deprecated use \`${entry.deprecated}\``;
  const body =
    `${metadata}${authentication}\n` +
    `/** ${entry.title}: \`${entry.type}\` ${entry.version}, ${entry.status}. ${entry.url}${deprecated} */\n` +
    `export interface ${name} extends ComponentOptions {\n  readonly metadata${optional}: ${name}Metadata;\n` +
    (profiles === ""
      ? ""
      : `  /** Exactly one. */\n  readonly authentication${entry.authenticationRequired ? "" : "?"}: ${name}Authentication;\n`) +
    "}\n";
  return `${header}import type { ${usedTypes(body).join(", ")} } from "../component-values.ts";\n\n${body}`;
};
