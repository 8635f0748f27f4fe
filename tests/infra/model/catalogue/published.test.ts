import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { beforeAll, expect, test } from "vitest";
import { checkComponent, type CheckedComponent } from "../../../../infra/model/checks/check-component.ts";
import { pinnedModules } from "../../../../infra/model/dapr/catalogue/generator/modules.ts";

interface Found {
  readonly type: string;
  readonly code: string;
  /** The field, or the value when it is not about one. */
  readonly what: unknown;
}

interface Manifest {
  kind?: string;
  spec: CheckedComponent;
  scopes?: string[];
}

let manifests: Manifest[];

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ya?ml$/.test(path))
    .sort()
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .filter((text) => /^kind: Component/m.test(text));

beforeAll(() => {
  const { componentsContrib, dapr } = pinnedModules();
  manifests = [join(componentsContrib, "tests"), join(dapr, "tests")]
    .flatMap(yamlFiles)
    .flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Manifest | null))
    .filter((manifest) => manifest?.kind === "Component")
    .filter((manifest) => manifest !== null);
}, 300_000);

const findings = (): Found[] =>
  manifests.flatMap(({ spec, scopes }) =>
    checkComponent(spec, "spec", { scopes: scopes ?? [] }).map(({ code, path, value }) => {
      const index = /metadata\[(\d+)\]/.exec(path)?.[1];
      return { type: spec.type, code, what: index === undefined ? value : spec.metadata[Number(index)]?.name };
    }),
  );

const distinct = (found: readonly Found[]): string[] =>
  [...new Set(found.map(({ type, code, what }) => `${code} ${type} ${String(what)}`))].sort();

test("of what Dapr's own tests load, only these are refused: each is wrong, or wrong on purpose", () => {
  expect(manifests.length).toBeGreaterThan(140);
  const refused = findings().filter(({ code }) => !["TP0502", "TP0509", "TP0512"].includes(code));
  expect(distinct(refused)).toEqual([
    // Pluggable components, told as warnings.
    "TP0501 bindings.kafka-pluggable bindings.kafka-pluggable",
    // Names that daprd does not register: crypto.dapr.jwks and crypto.dapr.localstorage.
    "TP0501 crypto.jwks crypto.jwks",
    "TP0501 crypto.localstorage crypto.localstorage",
    "TP0501 state.redis-pluggable state.redis-pluggable",
    // Scopes stand inside of spec.metadata, prefetchCount and reconnectWait have other names, v1 has tableName.
    "TP0504 middleware.http.uppercase scopes",
    "TP0504 pubsub.azure.servicebus prefetchCount",
    "TP0504 pubsub.rabbitmq reconnectWait",
    "TP0504 secretstores.kubernetes namespace",
    "TP0504 state.in-memory spacehold",
    "TP0504 state.postgres table",
    // Both tokens; the file says that it is not loaded.
    "TP0511 secretstores.hashicorp.vault vaultTokenMountPath",
  ]);
});

test("deprecated names that Dapr's own tests use are told", () => {
  expect(distinct(findings().filter(({ code }) => ["TP0502", "TP0512"].includes(code)))).toEqual([
    "TP0502 pubsub.azure.servicebus pubsub.azure.servicebus",
    "TP0502 state.azure.blobstorage v1",
    "TP0502 state.etcd v1",
    "TP0512 bindings.azure.eventhubs consumerGroup",
    "TP0512 bindings.kafka authRequired",
    "TP0512 pubsub.azure.servicebus publishInitialRetryInternalInMs",
    "TP0512 pubsub.kafka authRequired",
    "TP0512 pubsub.rabbitmq host",
  ]);
});
