import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { connectionOf } from "../../../../local/pulumi/kubernetes/connection.ts";

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const entry = (name: string, namespace?: string) => ({
  contexts: { name, context: { cluster: name, user: name, ...(namespace && { namespace }) } },
  clusters: { name, cluster: { server: `https://${name}:6443`, "certificate-authority-data": base64(`${name} ca`) } },
  users: {
    name,
    user: { "client-certificate-data": base64(`${name} cert`), "client-key-data": base64(`${name} key`) },
  },
});
const entries = [entry("one"), entry("two", "shop")];
const kubeconfig = {
  apiVersion: "v1",
  kind: "Config",
  "current-context": "one",
  contexts: entries.map(({ contexts }) => contexts),
  clusters: entries.map(({ clusters }) => clusters),
  users: entries.map(({ users }) => users),
};

describe("the connection to an apiserver", () => {
  it("is that of the current context, or of the given one", async () => {
    const options = { ca: Buffer.from("one ca"), cert: Buffer.from("one cert"), key: Buffer.from("one key") };
    const one = { server: "https://one:6443", namespace: "default", options };
    expect(await connectionOf(JSON.stringify(kubeconfig))).toEqual(one);
    expect(await connectionOf(JSON.stringify(kubeconfig), "two")).toMatchObject({
      server: "https://two:6443",
      namespace: "shop",
    });
  });

  it("is read from a file too", async () => {
    const folder = await mkdtemp(join(tmpdir(), "connection-"));
    await writeFile(join(folder, "config"), JSON.stringify(kubeconfig));
    const read = await connectionOf(join(folder, "config"));
    await rm(folder, { recursive: true });
    expect(read).toEqual(await connectionOf(JSON.stringify(kubeconfig)));
  });

  it.each([undefined, "two"])("is the one that the client library reads (context %s)", async (context) => {
    const options = { ...(await connectionOf(stringify(kubeconfig), context)).options };
    delete options.agent;
    const { options: ours, ...rest } = await connectionOf(JSON.stringify(kubeconfig), context);
    expect(JSON.parse(JSON.stringify(options))).toEqual({
      ...(JSON.parse(JSON.stringify(ours)) as object),
      headers: {},
    });
    expect(await connectionOf(stringify(kubeconfig), context)).toMatchObject(rest);
  });

  it("takes a token, which only the client library reads", async () => {
    const users = [{ name: "one", user: { token: "abc" } }];
    const { options } = await connectionOf(JSON.stringify({ ...kubeconfig, users }));
    expect(options.headers).toEqual({ Authorization: "Bearer abc" });
  });
});
