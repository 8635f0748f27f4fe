import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** A metadata field as `metadata.yaml` has it. */
export interface UpstreamField {
  readonly name: string;
  readonly type?: "string" | "number" | "bool" | "duration" | "bytesize";
  readonly required?: boolean;
  readonly sensitive?: boolean;
  readonly default?: string;
  readonly example?: string;
  readonly allowedValues?: readonly string[];
  readonly binding?: { readonly input?: boolean; readonly output?: boolean };
  readonly deprecated?: boolean;
}

/** A component as its `metadata.yaml` has it, and the folder of that file. */
export interface UpstreamComponent {
  readonly folder: string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly status: "alpha" | "beta" | "stable" | "development-only";
  readonly title: string;
  readonly urls: readonly { readonly url: string }[];
  readonly capabilities?: readonly string[];
  readonly binding?: {
    readonly input?: boolean;
    readonly output?: boolean;
    readonly operations: readonly { readonly name: string }[];
  };
  readonly metadata?: readonly UpstreamField[];
  readonly authenticationProfiles?: readonly {
    readonly title: string;
    readonly metadata?: readonly UpstreamField[];
  }[];
  readonly builtinAuthenticationProfiles?: readonly {
    readonly name: string;
    readonly metadata?: readonly UpstreamField[];
  }[];
}

/** Breaches of upstream's own schema that change nothing here: texts that are not copied, and a block for locks. */
const harmless = (issue: z.core.$ZodIssue): boolean =>
  (issue.code === "invalid_type" && ["description", "example"].includes(String(issue.path.at(-1)))) ||
  (issue.code === "unrecognized_keys" && issue.keys.join() === "lock");

const metadataFiles = (module: string): string[] =>
  readdirSync(module, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("/metadata.yaml") && !path.startsWith("tests/"))
    .sort();

/** Every component of a components-contrib folder; throws when one breaks the schema that the folder brings. */
export const readMetadata = (module: string): UpstreamComponent[] => {
  const text = readFileSync(join(module, "component-metadata-schema.json"), "utf8");
  const schema = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
  return metadataFiles(module).map((file) => {
    const document: unknown = parse(readFileSync(join(module, file), "utf8"));
    const issues = schema.safeParse(document).error?.issues.filter((issue) => !harmless(issue)) ?? [];
    if (issues.length > 0) throw new Error(`${file} breaks the schema: ${JSON.stringify(issues)}`);
    return { ...(document as Omit<UpstreamComponent, "folder">), folder: dirname(file) };
  });
};
