import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAllDocuments, stringify } from "yaml";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tp05 } from "../../../../infra/model/checks/docs/tp05.ts";
import { tp08 } from "../../../../infra/model/checks/docs/tp08.ts";
import { createProgress } from "../../../../local/progress.ts";
import { ensureTools, programPath } from "../../../../local/toolchain/ensure-tools.ts";
import { watchDaprd, type Loading } from "./loading/watch-daprd.ts";

interface Item {
  name: string;
  value?: string;
  secretKeyRef?: object;
  envRef?: string;
}

interface Manifest {
  kind: string;
  metadata: { name: string };
  scopes?: string[];
  spec: { type: string; ignoreErrors: boolean; initTimeout: string; metadata: Item[] };
}

/** Codes whose wrong example stops daprd, and what it says then. */
const refused: [string, string][] = [
  ["TP0501", "not built in"],
  ["TP0503", "not built in"],
  ["TP0506", "schedule not set"],
  ["TP0507", "redis client configuration error: decode failed. 1 error(s) decoding:"],
  ["TP0510", "kafka error: 'authType' attribute was missing or empty"],
  ["TP0511", "connectionString and namespaceName cannot both be specified"],
  ["TP0802", "kafka error: clientKey or clientCert is missing"],
  ["TP0805", "kafka: cannot configure mTLS authentication when TLSDisable is 'true'"],
  ["TP0806", "failed to build connection string"],
  ["TP0807", "invalid value for 'timeout': must be greater than 1s"],
  ["TP0810", "invalid schedule format '0 0 * * 7': end of range (7) above maximum (6): 7"],
  ["TP0818", "saslExternal can only be set to true, when all these properties are set: caCert, clientCert, clientKey"],
  ["TP0819", "'host' or 'server' fields are mutually exclusive"],
];

/** Codes whose wrong example daprd takes, to do something else than was meant. */
const taken = ["TP0504", "TP0505", "TP0508", "TP0803", "TP0814", "TP0815", "TP0816", "TP0817"];

const folder = mkdtempSync(join(tmpdir(), "examples-"));
const certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";

const connections: readonly (readonly [string, string])[] = [
  ["servicebus", "Endpoint=sb://127.0.0.1/;SharedAccessKeyName=n;SharedAccessKey=a2V5"],
  ["rabbitmq", "amqp://127.0.0.1:1"],
  ["postgresql", "host=127.0.0.1 port=1"],
];

/** What stands in the Secret that an example refers to. */
const secretValue = (type: string, name: string): string => {
  if (/^(ca|client)(Cert|Key)$/.test(name)) return certificate;
  return name === "connectionString" ? (connections.find(([part]) => type.includes(part))?.[1] ?? "text") : "text";
};

/** The example for a daprd without Secrets, on a machine where no server listens. */
const offline = (manifest: Manifest, name: string): Manifest => ({
  ...manifest,
  metadata: { name },
  scopes: [],
  spec: {
    ...manifest.spec,
    ignoreErrors: true,
    initTimeout: "1s",
    metadata: manifest.spec.metadata.map((item) => {
      const value =
        (item.secretKeyRef ?? item.envRef) ? secretValue(manifest.spec.type, item.name) : (item.value ?? "");
      return { name: item.name, value: /^[\w-]+:\d+$/.test(value) ? "127.0.0.1:1" : value };
    }),
  },
});

const write = (name: string, yaml: string): void => {
  const component = parseAllDocuments(yaml)
    .map((document) => document.toJS() as Manifest)
    .find(({ kind }) => kind === "Component");
  if (component !== undefined) writeFileSync(join(folder, `${name}.yaml`), stringify(offline(component, name)));
};

let loadings: Map<string, Loading>;

beforeAll(async () => {
  await ensureTools(["dapr"], createProgress());
  mkdirSync(folder, { recursive: true });
  for (const { code, wrong, right } of [...tp05, ...tp08]) {
    if (refused.some(([one]) => one === code)) {
      write(`${code.toLowerCase()}-wrong`, wrong);
      write(`${code.toLowerCase()}-right`, right);
    } else if (taken.includes(code)) write(`${code.toLowerCase()}-wrong`, wrong);
  }
  loadings = await watchDaprd(programPath("dapr", "daprd"), folder);
}, 1_200_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reasonOf = (name: string): string => {
  const loading = loadings.get(name);
  return loading?.result === "refused" ? loading.reason : (loading?.result ?? "not tried");
};

test.each(refused)("what %s refuses, daprd refuses, too, and not its right example", (code, reason) => {
  expect(reasonOf(`${code.toLowerCase()}-wrong`)).toBe(reason);
  expect(reasonOf(`${code.toLowerCase()}-right`)).not.toBe(reason);
});

test.each(taken)(
  "what %s refuses, daprd takes without a word: it answers the wrong example as the right one, or loads it",
  (code) => {
    const wrong = reasonOf(`${code.toLowerCase()}-wrong`);
    expect(wrong).toMatch(/^loaded$|connection refused|deadline exceeded/);
  },
);
