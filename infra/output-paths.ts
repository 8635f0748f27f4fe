import { outputsSchema } from "./outputs.ts";

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly description?: string;
  readonly secret?: boolean;
}

/** One value that a stack hands out. */
export interface OutputPath {
  /** Names from the output down; `*` stands for any. */
  readonly names: readonly string[];
  /** JSON type, or the texts that it may be. */
  readonly type: string;
  /** Whether a stack may go without it, or without what it stands in. */
  readonly isOptional: boolean;
  readonly isSecret: boolean;
}

const walk = (schema: Schema, names: readonly string[], isOptional: boolean): OutputPath[] => {
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([name, member]) =>
      walk(member, [...names, name], isOptional || !(schema.required ?? []).includes(name)),
    );
  if (typeof schema.additionalProperties === "object") return walk(schema.additionalProperties, [...names, "*"], true);
  const type = schema.enum?.join("|") ?? schema.type ?? "any";
  return [{ names, type, isOptional, isSecret: schema.secret === true }];
};

/** Every value of the outputs' schema, in its order. */
export const outputPaths = (): OutputPath[] => walk(outputsSchema(), [], false);
