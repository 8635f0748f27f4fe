import { isPlainObject, objectAt, textAt, textsAt } from "../model/dapr/kinds/plain-value.ts";
import { kindSchemas } from "../model/dapr/kinds/schema-node.ts";
import { literal, type Code, type CodeField } from "./code.ts";
import { componentCode } from "./component-code.ts";
import type { Draft } from "./draft.ts";
import { kindCode } from "./kind-code.ts";

/** The constructor of each kind. */
export const constructors: Readonly<Record<string, string>> = {
  Component: "componentManifest",
  Configuration: "configuration",
  Subscription: "subscription",
  Resiliency: "resiliency",
  HTTPEndpoint: "httpEndpoint",
  MCPServer: "mcpServer",
  WorkflowAccessPolicy: "workflowAccessPolicy",
};

const withAuth: readonly string[] = ["Component", "HTTPEndpoint"];

/** Name, place and readers of an object. */
const envelope = ({ document, kind, notes }: Draft): CodeField[] => {
  const field = (key: string, value: Code): CodeField => ({ key, value, notes: notes.of(document, key) });
  const namespace = textAt(document, "metadata", "namespace") ?? "";
  const store = textAt(document, "auth", "secretStore") ?? "";
  const scopes = textsAt(document, "scopes").map(([, app]) => literal(app));
  return [
    field("name", literal(textAt(document, "metadata", "name") ?? "")),
    ...(namespace === "" ? [] : [field("namespace", literal(namespace))]),
    ...(scopes.length === 0 || kind === "Configuration" ? [] : [field("scopes", { kind: "list", items: scopes })]),
    ...(store === "" || !withAuth.includes(kind)
      ? []
      : [
          field("auth", {
            kind: "object",
            notes: [],
            fields: [{ key: "secretStore", value: literal(store), notes: [] }],
          }),
        ]),
  ];
};

/** The typed constructor's call for a corrected draft; undefined when nothing typed can say it. */
export const manifestCode = (draft: Draft): Code | undefined => {
  const { kind, document, notes } = draft;
  const name = constructors[kind];
  if (name === undefined) return undefined;
  const fields = envelope(draft);
  if (kind === "Component") {
    const component = componentCode(draft);
    return component && { kind: "call", name, args: [{ kind: "object", fields, notes: [] }, component] };
  }
  const version = textAt(document, "apiVersion")?.split("/")[1] ?? "";
  const schema = kindSchemas()[kind]?.[version]?.fields?.["spec"];
  const given = document["spec"];
  const spec = schema && kindCode(isPlainObject(given) ? given : {}, schema, notes);
  if (!spec) return undefined;
  const specNotes = notes.of(objectAt(draft, "document"), "spec");
  return {
    kind: "call",
    name,
    args: [{ kind: "object", fields: [...fields, { key: "spec", value: spec, notes: specNotes }], notes: [] }],
  };
};
