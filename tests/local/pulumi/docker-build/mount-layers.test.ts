import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mountLayers } from "../../../../local/pulumi/docker-build/mount-layers.ts";

let registry: Server;
let host: string;
let requests: string[];

/** A registry that has one image of two layers. */
beforeEach(async () => {
  requests = [];
  registry = createServer(({ method, url = "" }, response) => {
    requests.push(`${method} ${url}`);
    if (url === "/v2/base/node/manifests/24")
      response.end(JSON.stringify({ layers: [{ digest: "sha256:one" }, { digest: "sha256:two" }] }));
    else response.writeHead(method === "POST" ? 201 : 404).end();
  }).listen(0, "127.0.0.1");
  await once(registry, "listening");
  host = `127.0.0.1:${(registry.address() as AddressInfo).port}`;
});
afterEach(() => registry.close());

test("an image's repository is given each layer of its base", async () => {
  await mountLayers(`${host}/base/node:24`, `${host}/todo-backend:latest`);
  expect(requests).toEqual([
    "GET /v2/base/node/manifests/24",
    "POST /v2/todo-backend/blobs/uploads/?mount=sha256%3Aone&from=base%2Fnode",
    "POST /v2/todo-backend/blobs/uploads/?mount=sha256%3Atwo&from=base%2Fnode",
  ]);
});

test("a base that is not there is the push's business", async () => {
  await mountLayers(`${host}/base/other:1`, `${host}/todo-backend:latest`);
  expect(requests).toEqual(["GET /v2/base/other/manifests/1"]);
});

test("of another registry nothing is taken", async () => {
  await mountLayers("127.0.0.2:5000/base/node:24", `${host}/todo-backend:latest`);
  expect(requests).toEqual([]);
});
