import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { connect as connectTls, createServer as createTlsServer } from "node:tls";
import { all, runtime } from "@pulumi/pulumi";
import { beforeAll, describe, expect, test } from "vitest";
import { CertificateAuthority } from "../../../infra/components/certificate-authority.ts";
import type { CaGenerations } from "../../../infra/model/ca-generations.ts";
import { revealed, type Properties } from "../../../local/pulumi/rpc/property-values.ts";
import { tlsProvider } from "../../../local/pulumi/tls/provider.ts";

interface Stage {
  /** What clients and servers believe. */
  readonly trusted: string;
  readonly certificate: string;
  readonly privateKey: string;
}

const host = "todo-kafka.kafka.svc.cluster.local";
const provider = tlsProvider("5.6.1");
/** What an engine keeps: a resource is made anew only when its arguments change. */
const state = new Map<string, Properties>();

const make = async (type: string, name: string, given: object): Promise<Properties> => {
  const key = `${name} ${JSON.stringify(given)}`;
  const known = state.get(key);
  if (known !== undefined) return known;
  const kind = provider.kind(type);
  const request = { urn: name, id: "", oldInputs: {}, state: {}, preview: false, timeout: 0 };
  const inputs = await kind.check({ ...request, inputs: given as Properties });
  const { outputs } = await kind.create({ ...request, inputs });
  const made = revealed(outputs) as Properties;
  state.set(key, made);
  return made;
};

const stage = async (generations: CaGenerations): Promise<Stage> => {
  await runtime.setMocks({
    newResource: async ({ type, name, inputs }) => ({
      id: name,
      state: type.startsWith("tls:") ? await make(type, name, revealed(inputs) as object) : inputs,
    }),
    call: () => ({}),
  });
  const authority = new CertificateAuthority("ca", { validityDays: 3650, generations });
  const server = authority.issue("todo-kafka", [host]);
  const values = await new Promise<string[]>((resolve) =>
    all([authority.certificate, server.certificate, server.privateKey]).apply(resolve),
  );
  await runtime.disconnect();
  const [trusted = "", certificate = "", privateKey = ""] = values;
  return { trusted, certificate, privateKey };
};

/** Whether a client that believes in one stage's certificates accepts a server that shows another stage's. */
const accepts = async (client: Stage, server: Stage): Promise<boolean> => {
  const listener = createTlsServer({ cert: server.certificate, key: server.privateKey }, (socket) => socket.end());
  listener.on("tlsClientError", () => undefined);
  await once(listener.listen(0, "127.0.0.1"), "listening");
  const socket = connectTls({
    socket: connect((listener.address() as AddressInfo).port, "127.0.0.1"),
    servername: host,
    ca: client.trusted,
  });
  const accepted = await new Promise<boolean>((resolve) => {
    socket.once("secureConnect", () => resolve(socket.authorized));
    socket.once("error", () => resolve(false));
  });
  socket.destroy();
  listener.close();
  return accepted;
};

const plan: readonly CaGenerations[] = [
  { signing: 1, trusted: [1] },
  { signing: 1, trusted: [1, 2] },
  { signing: 2, trusted: [1, 2] },
  { signing: 2, trusted: [2] },
];
const stages: Stage[] = [];
beforeAll(async () => {
  for (const generations of plan) stages.push(await stage(generations));
});

describe("a rotation of the platform's CA, with real certificates", () => {
  test("changes the servers' certificates once, and their keys never", () => {
    expect(new Set(stages.map(({ certificate }) => certificate)).size).toBe(2);
    expect(new Set(stages.map(({ privateKey }) => privateKey)).size).toBe(1);
    expect(stages.map(({ trusted }) => trusted.split("BEGIN CERTIFICATE").length - 1)).toEqual([1, 2, 2, 1]);
  });

  test.each([1, 2, 3])("step %i may reach clients and servers in any order", async (step) => {
    const [before, after] = [stages[step - 1], stages[step]];
    if (before === undefined || after === undefined) throw new Error("there is no such step");
    for (const client of [before, after])
      for (const server of [before, after]) expect(await accepts(client, server)).toBe(true);
  });

  test("in one step would cut off who has not heard of it", async () => {
    const [first, , , last] = stages;
    if (first === undefined || last === undefined) throw new Error("there are no stages");
    expect([await accepts(first, last), await accepts(last, first)]).toEqual([false, false]);
  });
});
