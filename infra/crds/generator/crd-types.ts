/** The part of an OpenAPI v3 schema that types follow from. */
export interface CrdSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, CrdSchema>>;
  readonly required?: readonly string[];
  readonly items?: CrdSchema;
  readonly additionalProperties?: CrdSchema | boolean;
}

/** A CustomResourceDefinition, as far as it is read. */
export interface GeneratedCrd {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: CrdSchema } }[];
  };
}

const field = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

/** Types of a schema, inline; what `opaque` names is anything that JSON can say. */
class SchemaTypes {
  readonly #opaque: ReadonlySet<string>;
  constructor(opaque: ReadonlySet<string>) {
    this.#opaque = opaque;
  }

  typeOf(schema: CrdSchema, indent: string): string {
    if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
    if (schema.properties) return this.#object(schema, indent);
    if (schema.type === "array") {
      const item = schema.items ? this.typeOf(schema.items, indent) : "JsonValue";
      return item.includes(" | ") ? `readonly (${item})[]` : `readonly ${item}[]`;
    }
    if (typeof schema.additionalProperties === "object")
      return `Readonly<Record<string, ${this.typeOf(schema.additionalProperties, indent)}>>`;
    if (schema.type === "integer" || schema.type === "number") return "number";
    if (schema.type === "string" || schema.type === "boolean") return schema.type;
    return schema.type === "object" ? "JsonObject" : "JsonValue";
  }

  #object({ properties = {}, required = [] }: CrdSchema, indent: string): string {
    const inner = `${indent}  `;
    const lines = Object.entries(properties).map(([name, child]) => {
      const type = this.#opaque.has(name) ? "JsonValue" : this.typeOf(child, inner);
      return `${inner}readonly ${field(name)}${required.includes(name) ? "" : "?"}: ${type};\n`;
    });
    return `{\n${lines.join("")}${indent}}`;
  }
}

/**
 * The TypeScript module of a CRD: its spec and the manifest around it.
 *
 * @param opaque Fields whose content is not typed, since it is Kubernetes' own and large.
 */
export const crdModule = (crd: GeneratedCrd, source: string, opaque: readonly string[]): string => {
  const [version] = crd.spec.versions;
  if (version === undefined) throw new Error(`${crd.metadata.name} has no version`);
  const { kind } = crd.spec.names;
  const spec = version.schema.openAPIV3Schema.properties?.["spec"] ?? { type: "object" };
  const body = new SchemaTypes(new Set(opaque)).typeOf(spec, "");
  const imported = ["JsonObject", "JsonValue"].filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  return [
    `// GENERATED from ${source}. DO NOT EDIT.\n`,
    `import type { ${[...imported, "ManifestMetadata"].join(", ")} } from "../../dapr/kinds/manifest-values.ts";\n\n`,
    `export interface ${kind}Spec ${body}\n\n`,
    `/** The manifest of kind ${kind}. */\nexport interface ${kind}Manifest {\n`,
    `  readonly apiVersion: "${crd.spec.group}/${version.name}";\n  readonly kind: "${kind}";\n`,
    `  readonly metadata: ManifestMetadata;\n  readonly spec: ${kind}Spec;\n}\n`,
  ].join("");
};
