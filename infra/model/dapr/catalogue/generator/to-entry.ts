import type { AuthenticationEntry, CatalogueEntry, FieldEntry, FieldType } from "../entry.ts";
import { authenticationRequired, constants, exclusiveFields, moreProfiles } from "../overlay/authentication.ts";
import { builtinAuthentication } from "../overlay/builtin-authentication.ts";
import { fieldPatches, openFields, secretNames } from "../overlay/field-patches.ts";
import { profileNames } from "../overlay/profile-names.ts";
import { runtimeFields } from "../overlay/runtime-fields.ts";
import { registeredNames, unavailable } from "../overlay/type-names.ts";
import { addCodeFields } from "./add-code-fields.ts";
import type { GoField } from "./read-go-fields.ts";
import { shareFields } from "./share-fields.ts";
import type { UpstreamComponent, UpstreamField } from "./read-metadata.ts";

/** Upstream quotes many defaults and examples twice; examples of several lines are of no use in a comment. */
const unquoted = (text: string | undefined): string | undefined => {
  const value = text?.trim().replace(/^"([^"]*)"$/, "$1");
  return value === undefined || value === "" || value.includes("\n") ? undefined : value;
};

const directionOf = (field: UpstreamField): "input" | "output" | undefined =>
  field.binding?.input === true && field.binding.output !== true
    ? "input"
    : field.binding?.output === true && field.binding.input !== true
      ? "output"
      : undefined;

/** The type of the Go struct where metadata.yaml says nothing better than string, or other than Go decodes. */
const typeOf = (field: UpstreamField, go: GoField | undefined): FieldType => {
  const stated = field.type ?? "string";
  if (go === undefined || go.goType === "lookup") return stated;
  if (go.goType === "byte") return "number";
  return go.type === "string" ? stated : go.type;
};

/** Leaves out what is undefined, so that the JSON and exactOptionalPropertyTypes agree. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;

const isInteger = (go: GoField | undefined): true | undefined =>
  /^\*?(u?int|byte)/.test(go?.goType ?? "") ? true : undefined;

const toField = (field: UpstreamField, go: ReadonlyMap<string, GoField>): FieldEntry => {
  const found = go.get(field.name.toLowerCase());
  const initial = unquoted(field.default);
  return defined({
    name: field.name,
    type: typeOf(field, found),
    required: field.required === true && initial === undefined,
    sensitive: field.sensitive === true || (secretNames.has(field.name.toLowerCase()) && field.type !== "bool"),
    integer: isInteger(found),
    default: initial,
    example: field.sensitive === true ? undefined : unquoted(field.example),
    allowedValues: field.allowedValues?.map(String),
    direction: directionOf(field),
    deprecated: field.deprecated === true ? "" : undefined,
  } as FieldEntry);
};

/** In a profile: one allowed value, or a switch that must be on, is set by the profile itself. */
const toProfileField = (field: UpstreamField, go: ReadonlyMap<string, GoField>): FieldEntry => {
  const entry = toField(field, go);
  const only = entry.required && entry.allowedValues?.length === 1 ? entry.allowedValues[0] : undefined;
  const constant = only ?? constants[field.name];
  return constant === undefined ? entry : { ...entry, required: true, constant };
};

const toProfiles = (component: UpstreamComponent, go: ReadonlyMap<string, GoField>): AuthenticationEntry[] => {
  const own = (component.authenticationProfiles ?? []).map((profile) => ({
    profile: profileNames[profile.title] ?? profile.title,
    title: profile.title,
    fields: (profile.metadata ?? []).map((field) => toProfileField(field, go)),
  }));
  const shared = (component.builtinAuthenticationProfiles ?? []).flatMap((builtin) => {
    const more = (builtin.metadata ?? []).map((field) => toProfileField(field, go));
    return (builtinAuthentication[builtin.name] ?? []).map((profile) => ({
      ...profile,
      fields: [...more, ...profile.fields.filter((field) => !more.some((one) => one.name === field.name))],
    }));
  });
  return [...own, ...shared];
};

const patched = (type: string, fields: readonly FieldEntry[], profile?: string): FieldEntry[] =>
  fields.flatMap((field) => {
    const patches = fieldPatches.filter(
      (patch) =>
        patch.types.includes(type) &&
        patch.fields.includes(field.name) &&
        (patch.except === undefined || patch.except !== profile),
    );
    if (patches.some(({ change }) => change === "remove" || (change === "move" && profile === undefined))) return [];
    const changes = patches.flatMap(({ change }) => (typeof change === "string" ? [] : [change]));
    return [changes.reduce<FieldEntry>((entry, change) => ({ ...entry, ...change }), field)];
  });

const familyFields = (component: UpstreamComponent, names: ReadonlySet<string>): FieldEntry[] =>
  (runtimeFields[component.type] ?? []).filter((field) => !names.has(field.name.toLowerCase()));

const fullType = (component: UpstreamComponent): string => {
  const type = `${component.type === "middleware" ? "middleware.http" : component.type}.${component.name}`;
  return registeredNames[type] ?? type;
};

/** One component of upstream, with what the code and the overlay add. */
export const toEntry = (
  component: UpstreamComponent,
  goFields: readonly GoField[],
  features: readonly string[],
): CatalogueEntry => {
  const go = new Map(goFields.map((field) => [field.name.toLowerCase(), field]));
  const type = fullType(component);
  const stated = (component.metadata ?? []).map((field) => toField(field, go));
  const names = new Set(stated.map((field) => field.name.toLowerCase()));
  const profiles = toProfiles(component, go).map((one) => ({ ...one, fields: patched(type, one.fields, one.profile) }));
  const complete = addCodeFields(
    {
      fields: [...stated, ...familyFields(component, names)],
      authentication: [...profiles, ...(moreProfiles[type] ?? [])],
    },
    goFields,
  );
  const shared = shareFields(type, { ...complete, fields: patched(type, complete.fields) });
  const { binding } = component;
  return defined({
    type,
    version: component.version,
    title: component.title,
    status: component.status,
    url: component.urls[0]?.url ?? "",
    capabilities: [...new Set([...(component.capabilities ?? []), ...features])].sort(),
    binding: binding && {
      input: binding.input === true,
      output: binding.output === true,
      operations: binding.operations.map((operation) => operation.name),
    },
    fields: shared.fields,
    authentication: shared.authentication,
    authenticationRequired: type in authenticationRequired,
    openFields: openFields[type],
    exclusive: exclusiveFields[type],
    unavailable: unavailable[type],
  } as CatalogueEntry);
};
