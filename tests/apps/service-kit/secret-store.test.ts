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

test("of a store that keeps one text for a name, as Key Vault, it is the value of the only key or JSON of all", async () => {
  sidecar.secrets["jwt-secret"] = { "jwt-secret": "of-the-vault" };
  expect(await store().read("jwt-secret", "key")).toBe("of-the-vault");
  sidecar.secrets["pair"] = { pair: '{"username":"demo","password":"p"}' };
  expect(await store().readIfThere("pair", ["username", "password"])).toEqual({ username: "demo", password: "p" });
  expect(await store().read("pair", "password")).toBe("p");
  sidecar.secrets["numbers"] = { numbers: "12345" };
  expect(await store().read("numbers", "key")).toBe("12345");
  await expect(store().readIfThere("numbers", ["username", "password"])).rejects.toThrow("has no key username");
});

test("a secret that Key Vault does not have, or does not admit to have, is none", async () => {
  const kubernetes = sidecar.missingSecret;
  for (const code of ["SecretNotFound", "ForbiddenByRbac"]) {
    sidecar.missingSecret = () => `RESPONSE 40x {"error":{"code":"Forbidden","innererror":{"code":"${code}"}}}`;
    expect(await store().readIfThere("nothing", ["key"])).toBeUndefined();
    await expect(store().read("nothing", "key")).rejects.toThrow(code);
  }
  sidecar.missingSecret = kubernetes;
});

test("a secret without one of its keys is an error, and so is a store that is down", async () => {
  sidecar.secrets["half"] = { username: "demo" };
  const half = store().readIfThere("half", ["username", "password"]);
  await expect(half).rejects.toThrow("secret half in store kubernetes-secrets has no key password");
  sidecar.down.add("secrets");
  await expect(store().readIfThere("nothing", ["key"])).rejects.toThrow(/answered 500/);
});
