import { describe, expect, test } from "vitest";
import { checkComponent, type CheckedComponent } from "../../../../infra/model/checks/check-component.ts";
import type { AuthenticationEntry, CatalogueEntry, FieldEntry } from "../../../../infra/model/dapr/catalogue/entry.ts";
import type { ComponentMetadata } from "../../../../infra/model/dapr/component-spec.ts";
import { loadableEntries } from "./loading/loadable-entries.ts";

/** What the rules across fields ask for beside the required fields. */
const more: Readonly<Record<string, readonly ComponentMetadata[]>> = {
  "bindings.cron": [{ name: "schedule", value: "@daily" }],
  "bindings.http": [{ name: "url", value: "https://example.com" }],
  "state.mongodb": [{ name: "host", value: "mongodb:27017" }],
};
const postgres =
  /^(state\.(postgres|postgresql|cockroachdb|yugabyte|yugabytedb)|configuration\.postgresql|bindings\.postgresql)$/;

const samples = { string: "text", number: "2", bool: "true", duration: "5s", bytesize: "4Mi" } as const;

const toItem = (field: FieldEntry): ComponentMetadata =>
  field.sensitive
    ? { name: field.name, secretKeyRef: { name: "secret", key: "key" } }
    : { name: field.name, value: field.constant ?? field.allowedValues?.[0] ?? samples[field.type] };

const minimal = (entry: CatalogueEntry, profile?: AuthenticationEntry): CheckedComponent => {
  const required = [...(profile?.fields ?? []), ...entry.fields].filter((field) => field.required);
  const connection: ComponentMetadata[] = postgres.test(entry.type)
    ? [{ name: "connectionString", secretKeyRef: { name: "secret", key: "key" } }]
    : [];
  const items = [...(more[entry.type] ?? []), ...connection, ...required.map(toItem)];
  const first = new Map(items.toReversed().map((item) => [item.name.toLowerCase(), item]));
  return { type: entry.type, version: entry.version, metadata: [...first.values()].toReversed() };
};

const entries = loadableEntries();

const errors = (component: CheckedComponent): [string, string][] =>
  checkComponent(component, "spec")
    .filter(({ severity }) => severity === "error")
    .map(({ code, path }) => [code, path]);

describe.each(entries.map((entry) => [`${entry.type}/${entry.version}`, entry] as const))("%s", (_, entry) => {
  const profiles = entry.authentication.length > 0 ? entry.authentication : [undefined];
  const first = minimal(entry, profiles[0]);

  test("is accepted with its required fields, by every way to authenticate", () => {
    expect(profiles.flatMap((profile) => errors(minimal(entry, profile)))).toEqual([]);
  });

  test("is refused with a field that it does not have", () => {
    const broken = { ...first, metadata: [...first.metadata, { name: "notAFieldOfAnything", value: "x" }] };
    expect(errors(broken)).toEqual(
      entry.openFields?.includes("") === true ? [] : [["TP0504", `spec.metadata[${first.metadata.length}].name`]],
    );
  });

  test("is refused without any one of its required fields", () => {
    const always = entry.fields.filter((field) => field.required && field.direction === undefined);
    for (const field of always) {
      const metadata = first.metadata.filter((item) => item.name !== field.name);
      expect(errors({ ...first, metadata })[0], field.name).toEqual(["TP0506", "spec.metadata"]);
    }
  });

  test("is refused with a field written twice", () => {
    const [item] = first.metadata;
    if (item === undefined) return;
    const broken = { ...first, metadata: [...first.metadata, { ...item, name: item.name.toUpperCase() }] };
    expect(errors(broken)).toContainEqual(["TP0505", `spec.metadata[${first.metadata.length}].name`]);
  });
});

test("a component that needs authentication is refused without it", () => {
  const accepted = entries
    .filter((entry) => entry.authenticationRequired && !postgres.test(entry.type))
    .filter((entry) => errors(minimal(entry)).length === 0)
    .map((entry) => entry.type);
  expect(accepted).toEqual([]);
});
