import { expect, test } from "vitest";
import { clusterComponents } from "../../../local/cluster/components.ts";
import { nodeFiles } from "../../../local/cluster/node-files.ts";

const plan = {
  name: "unit",
  nodeIp: "172.31.200.2",
  hostIp: "172.31.200.1",
  registry: "172.31.200.2:5000",
  ports: { apiserver: 1, ui: 2, traces: 3 },
};
const components = clusterComponents(plan);
const files = nodeFiles(plan, "c2VjcmV0");
const parsed = (name: string): Record<string, unknown> => JSON.parse(files[name] ?? "") as Record<string, unknown>;
const everything = [...components.flatMap(({ command }) => command), ...Object.values(files)];

test("every component waits only for components before it", () => {
  const seen: string[] = [];
  for (const { name, after } of components) {
    for (const need of after ?? []) expect(seen).toContain(need);
    seen.push(name);
  }
});

test("nothing listens on every address", () => {
  for (const text of everything) expect(text).not.toMatch(/0\.0\.0\.0(?!\/0)|\[::\]|"addr": ":|=:\d/);
});

test("nothing skips the check of a certificate", () => {
  for (const text of everything) expect(text).not.toMatch(/insecure|skip.?verify/i);
});

test("the apiserver knows no anonymous user and asks Node and RBAC", () => {
  const flags = components.find(({ name }) => name === "kube-apiserver")?.command;
  expect(flags).toEqual(expect.arrayContaining(["--anonymous-auth=false", "--authorization-mode=Node,RBAC"]));
});

test("the kubelet refuses anonymous callers and asks the apiserver about others", () => {
  expect(parsed("kubelet.yaml")).toMatchObject({
    authentication: { anonymous: { enabled: false }, webhook: { enabled: true } },
    authorization: { mode: "Webhook" },
    address: plan.nodeIp,
  });
});

test("Secrets are written encrypted", () => {
  expect(parsed("encryption.yaml")["resources"]).toEqual([
    {
      resources: ["secrets"],
      providers: [{ secretbox: { keys: [{ name: "key1", secret: "c2VjcmV0" }] } }, { identity: {} }],
    },
  ]);
});

test("containerd takes images from the node's registry over plain HTTP, and only from there", () => {
  expect(Object.keys(files).filter((name) => name.startsWith("certs.d/"))).toEqual([
    "certs.d/172.31.200.2:5000/hosts.toml",
  ]);
});
