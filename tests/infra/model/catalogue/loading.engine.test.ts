import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createProgress } from "../../../../local/progress.ts";
import { ensureTools, programPath } from "../../../../local/toolchain/ensure-tools.ts";
import { loadComponents } from "./loading/load-components.ts";
import type { Loading } from "./loading/watch-daprd.ts";
import { loadableEntries } from "./loading/loadable-entries.ts";
import { loadedPage } from "./loading/loaded-page.ts";

const folder = mkdtempSync(join(tmpdir(), "loading-"));
const entries = loadableEntries();
let loadings: ReadonlyMap<string, Loading>;

beforeAll(async () => {
  await ensureTools(["dapr"], createProgress());
  loadings = await loadComponents(programPath("dapr", "daprd"), entries, folder);
}, 1_200_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idsOf = (result: Loading["result"]): string[] =>
  [...loadings]
    .filter(([, loading]) => loading.result === result)
    .map(([id]) => id)
    .sort();

test("daprd says of every component of the catalogue whether it knows it", () => {
  expect([...loadings.keys()].sort()).toEqual(entries.map((entry) => `${entry.type}/${entry.version}`).sort());
});

test("daprd loads exactly these where no server listens", () => {
  expect(idsOf("loaded")).toEqual([
    "bindings.aws.s3/v1",
    "bindings.azure.eventhubs/v1",
    "bindings.cron/v1",
    "bindings.dubbo/v1",
    "bindings.http/v1",
    "bindings.localstorage/v1",
    "bindings.smtp/v1",
    "bindings.twilio.sendgrid/v1",
    "conversation.echo/v1",
    "middleware.http.ratelimit/v1",
    "middleware.http.uppercase/v1",
    "pubsub.azure.eventhubs/v1",
    "pubsub.azure.servicebus.queues/v1",
    "pubsub.azure.servicebus.topics/v1",
    "pubsub.in-memory/v1",
    "pubsub.pulsar/v1",
    "secretstores.azure.keyvault/v1",
    "secretstores.hashicorp.vault/v1",
    "secretstores.local.env/v1",
    "secretstores.local.file/v1",
    "state.in-memory/v1",
    "state.sqlite/v1",
  ]);
});

test("daprd understands the required fields of every component that it knows: only the server is missing", () => {
  const misread = [...loadings].filter(
    ([, loading]) =>
      loading.result === "refused" &&
      /decoding|cannot parse|required|must be set|missing property/i.test(loading.reason),
  );
  expect(misread).toEqual([]);
});

test("the page says what daprd says", () => {
  expect(readFileSync("docs/reference/loaded-components.md", "utf8")).toBe(loadedPage(entries, loadings));
});
