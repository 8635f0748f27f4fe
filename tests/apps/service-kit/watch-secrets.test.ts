import { createSecretStore, DaprClient } from "@todo-platform/service-kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { watchSecrets } from "../../../apps/service-kit/src/watch-secrets.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";

let sidecar: FakeSidecar;
beforeAll(async () => {
  sidecar = await FakeSidecar.start();
});
afterAll(() => sidecar.stop());

const watched = () => watchSecrets(createSecretStore(new DaprClient({ port: sidecar.port }), "vault-secrets"), 5);

test("a secret that was read and has another value is told by its name, one that was not read is not", async () => {
  sidecar.secrets["jwt-secret"] = { key: "old" };
  sidecar.secrets["demo-user"] = { username: "demo", password: "old" };
  const store = watched();
  expect(await store.read("jwt-secret", "key")).toBe("old");
  const changed = store.untilChanged(new AbortController().signal);
  sidecar.secrets["demo-user"] = { username: "demo", password: "new" };
  sidecar.secrets["jwt-secret"] = { key: "new" };
  expect(await changed).toBe("jwt-secret");
});

test("a store that is down has changed nothing, and the wait ends with its signal", async () => {
  sidecar.secrets["demo-user"] = { username: "demo", password: "old" };
  const store = watched();
  await store.readIfThere("demo-user", ["username", "password"]);
  sidecar.down.add("secrets");
  const stop = new AbortController();
  const changed = store.untilChanged(stop.signal);
  setTimeout(() => stop.abort(), 100);
  expect(await changed).toBeUndefined();
  sidecar.down.delete("secrets");
  sidecar.secrets["demo-user"] = { username: "demo", password: "new" };
  expect(await store.untilChanged(new AbortController().signal)).toBe("demo-user");
});
