import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { buildCatalogue } from "../../../../infra/model/dapr/catalogue/generator/build-catalogue.ts";
import { pinnedModules } from "../../../../infra/model/dapr/catalogue/generator/modules.ts";
import { readMetadata } from "../../../../infra/model/dapr/catalogue/generator/read-metadata.ts";
import { readRegistry } from "../../../../infra/model/dapr/catalogue/generator/read-registry.ts";
import { writeCatalogue } from "../../../../infra/model/dapr/catalogue/generator/write-catalogue.ts";
import { catalogueEntry, catalogueIds, resolveType } from "../../../../infra/model/dapr/catalogue/catalogue.ts";

const folder = new URL("../../../../infra/model/dapr/catalogue/generated/", import.meta.url);
let modules: ReturnType<typeof pinnedModules>;

beforeAll(() => {
  modules = pinnedModules();
}, 300_000);

test("the committed catalogue is what the pinned releases give", () => {
  const committed = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
  );
  expect(committed).toEqual(writeCatalogue(buildCatalogue(modules)));
});

test("every metadata.yaml of components-contrib is in it", () => {
  const upstream = readMetadata(modules.componentsContrib);
  expect(upstream.length).toBe(141);
  const files = new Set(catalogueIds().flatMap((id) => catalogueEntry(...split(id))?.title ?? []));
  expect(upstream.filter(({ title }) => !files.has(title))).toEqual([]);
});

test("every name and version that daprd registers is found", () => {
  const registered = readRegistry(modules.dapr);
  expect(registered.length).toBe(141);
  const lost = registered.flatMap(({ names, versions }) =>
    names.flatMap((name) =>
      versions.filter((version) => catalogueEntry(name, version) === undefined).map((version) => `${name}/${version}`),
    ),
  );
  expect(lost).toEqual([]);
});

test("what daprd does not register is marked", () => {
  const names = new Set(readRegistry(modules.dapr).flatMap((one) => one.names));
  const unregistered = catalogueIds().filter((id) => !names.has(split(id)[0]));
  expect(unregistered.map((id) => [id, catalogueEntry(...split(id))?.unavailable])).toEqual([
    ["bindings.kitex/v1", "daprd does not build it in"],
  ]);
});

test("no upstream sentence is copied", () => {
  const sentences = readMetadata(modules.componentsContrib)
    .flatMap((one) => [
      ...(one.metadata ?? []),
      ...(one.authenticationProfiles ?? []).flatMap((profile) => profile.metadata ?? []),
    ])
    .flatMap((field) => ("description" in field ? String(field.description).split(/\.\s|\n/) : []))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(" ").length > 6);
  const types = readdirSync(folder)
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");
  expect(sentences.length).toBeGreaterThan(500);
  expect(sentences.filter((sentence) => types.includes(sentence))).toEqual([]);
});

test("other names lead to their type", () => {
  expect(resolveType("pubsub.azure.servicebus")).toEqual({ type: "pubsub.azure.servicebus.topics", deprecated: true });
  expect(resolveType("State.Consul")).toEqual({ type: "state.hashicorp.consul" });
  expect(resolveType("state.postgresql")).toEqual({ type: "state.postgresql" });
  expect(resolveType("state.nothing")).toBe(undefined);
});

const split = (id: string): [string, string] => {
  const [type = "", version = ""] = id.split("/");
  return [type, version];
};
