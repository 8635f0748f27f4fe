import { createSecretStore, DaprClient } from "@todo-platform/service-kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FakeSidecar } from "../../support/fake-sidecar.ts";

let sidecar: FakeSidecar;
beforeAll(async () => {
  sidecar = await FakeSidecar.start();
});
afterAll(() => sidecar.stop());

const store = () => createSecretStore(new DaprClient({ port: sidecar.port }), "kubernetes-secrets");

test("a secret that may be missing is read when it is there", async () => {
  sidecar.secrets["demo-user"] = { username: "demo", password: "p", other: "x" };
  const read = await store().readIfThere("demo-user", ["username", "password"]);
  expect([read?.username, read?.password]).toEqual(["demo", "p"]);
});

test("a secret that is missing is none, and an error for who needs it", async () => {
  expect(await store().readIfThere("nothing", ["key"])).toBeUndefined();
  await expect(store().read("nothing", "key")).rejects.toThrow(/secrets \\"nothing\\" not found/);
});

test("a secret that Vault does not have is none, and one that it refuses is an error", async () => {
  const kubernetes = sidecar.missingSecret;
  sidecar.missingSecret = (name) => `getSecret ${name} failed secret key or version not exist`;
  expect(await store().readIfThere("nothing", ["key"])).toBeUndefined();
  sidecar.missingSecret = () =>
    `couldn't get successful response, status code 403, body {"errors":["permission denied"]}`;
  await expect(store().readIfThere("nothing", ["key"])).rejects.toThrow("permission denied");
  sidecar.missingSecret = kubernetes;
});

test("a secret without one of its keys is an error, and so is a store that is down", async () => {
  sidecar.secrets["half"] = { username: "demo" };
  const half = store().readIfThere("half", ["username", "password"]);
  await expect(half).rejects.toThrow("secret half in store kubernetes-secrets has no key password");
  sidecar.down.add("secrets");
  await expect(store().readIfThere("nothing", ["key"])).rejects.toThrow(/answered 500/);
});
