import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createProgress } from "../../../../local/progress.ts";
import { ensureTools, programPath } from "../../../../local/toolchain/ensure-tools.ts";
import { loadManifests } from "./loading/load-manifests.ts";
import { loadableEntries } from "./loading/loadable-entries.ts";
import { idOf, requiredFields, sampleComponent } from "./loading/sample-component.ts";
import type { Loading } from "./loading/watch-daprd.ts";

const folder = mkdtempSync(join(tmpdir(), "required-"));

/** Every component once without each of the fields that it needs: `type/version field` to its name in daprd. */
const cases = new Map(
  loadableEntries().flatMap((entry) =>
    requiredFields(entry)
      .filter((field) => field.direction === undefined)
      .filter((field) => entry.authenticationRequired || entry.fields.includes(field))
      .map((field) => {
        const name = `${idOf(entry)}-${field.name}`.toLowerCase().replaceAll(/[^a-z0-9-]/g, "-");
        return [`${idOf(entry)} ${field.name}`, { name, entry, field }] as const;
      }),
  ),
);

let loadings: ReadonlyMap<string, Loading>;

beforeAll(async () => {
  await ensureTools(["dapr"], createProgress());
  const manifests = new Map(
    [...cases.values()].map(({ name, entry, field }) => [name, sampleComponent(entry, name, folder, field.name)]),
  );
  loadings = await loadManifests(programPath("dapr", "daprd"), manifests, folder);
}, 1_200_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What daprd says when it does miss the field. */
const misses = /missing|required|is empty|must not be empty|not set|no Host in request URL|redis at : /i;

test("daprd itself misses what the catalogue requires, but for these", () => {
  const known = [...cases].filter(([, { name }]) => loadings.get(name)?.result !== "not built in");
  expect(known.length).toBeGreaterThan(50);
  const accepted = known.filter(([, { name }]) => {
    const loading = loadings.get(name);
    return loading?.result !== "refused" || !misses.test(loading.reason);
  });
  expect(accepted.map(([field]) => field).sort()).toEqual([
    // Loaded, and then every operation fails.
    "bindings.aws.s3/v1 bucket",
    "bindings.azure.cosmosdb/v1 partitionKey",
    "bindings.http/v1 url",
    "secretstores.azure.keyvault/v1 vaultName",
    // The sample has a second way to authenticate.
    "state.azure.blobstorage/v1 connectionString",
    "state.azure.blobstorage/v2 accountName",
    "state.azure.blobstorage/v2 clientId",
    "state.azure.blobstorage/v2 tenantId",
  ]);
});
