import { spawn, type ChildProcess } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, openSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { toolDir } from "../../local/paths.ts";
import { freePort } from "./free-port.ts";

/** A running control plane without nodes. */
export interface Apiserver {
  /** Path of an admin kubeconfig. */
  readonly kubeconfig: string;
  /** One call as admin; the answer is parsed JSON. Throws on an HTTP error. */
  call(method: string, path: string, body?: unknown, contentType?: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

const token = "admin-of-a-throw-away-control-plane";

/** Starts etcd, kube-apiserver and kube-controller-manager on free loopback ports with data in a folder of its own. */
export async function startApiserver(): Promise<Apiserver> {
  const folder = await mkdtemp(join(tmpdir(), "apiserver-"));
  const [etcd, etcdPeer, apiserver] = await Promise.all([freePort(), freePort(), freePort()]);
  const certificate = join(folder, "apiserver.crt");
  await writeCredentials(folder);
  const children = [
    start(folder, join(toolDir("etcd"), "bin/etcd"), etcdArguments(folder, etcd, etcdPeer)),
    start(folder, join(toolDir("kubernetes"), "bin/kube-apiserver"), apiserverArguments(folder, etcd, apiserver)),
  ];
  const server = `https://127.0.0.1:${apiserver}`;
  await until(() => existsSync(certificate));
  const kubeconfig = join(folder, "kubeconfig");
  await writeFile(kubeconfig, kubeconfigText(server, readFileSync(certificate).toString("base64")));
  const call = caller(server);
  await until(async () => (await call("GET", "/api/v1/namespaces/default").catch(() => undefined)) !== undefined);
  children.push(
    start(folder, join(toolDir("kubernetes"), "bin/kube-controller-manager"), [
      ...[
        `--kubeconfig=${kubeconfig}`,
        "--leader-elect=false",
        "--use-service-account-credentials=false",
        "--secure-port=0",
      ],
      `--service-account-private-key-file=${join(folder, "sa.key")}`,
    ]),
  );
  await until(
    async () =>
      (await call("GET", "/api/v1/namespaces/default/serviceaccounts/default").catch(() => undefined)) !== undefined,
  );
  return { kubeconfig, call, stop: () => stop(children, folder) };
}

async function writeCredentials(folder: string): Promise<void> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  await writeFile(join(folder, "sa.key"), privateKey.export({ type: "pkcs1", format: "pem" }));
  await writeFile(join(folder, "tokens.csv"), `${token},admin,admin,system:masters\n`);
}

function etcdArguments(folder: string, port: number, peerPort: number): string[] {
  const [client, peer] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${peerPort}`];
  return [
    ...[
      "--data-dir",
      join(folder, "etcd"),
      "--unsafe-no-fsync",
      "--listen-client-urls",
      client,
      "--advertise-client-urls",
      client,
    ],
    ...["--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer, "--initial-cluster", `default=${peer}`],
  ];
}

function apiserverArguments(folder: string, etcdPort: number, port: number): string[] {
  const key = join(folder, "sa.key");
  return [
    ...[
      `--etcd-servers=http://127.0.0.1:${etcdPort}`,
      "--bind-address=127.0.0.1",
      `--secure-port=${port}`,
      `--cert-dir=${folder}`,
    ],
    ...[
      `--token-auth-file=${join(folder, "tokens.csv")}`,
      "--authorization-mode=RBAC",
      "--service-cluster-ip-range=10.96.0.0/16",
    ],
    ...["--service-account-issuer=https://kubernetes.default.svc", `--service-account-key-file=${key}`],
    ...[`--service-account-signing-key-file=${key}`, "--endpoint-reconciler-type=none"],
  ];
}

function start(folder: string, program: string, args: string[]): ChildProcess {
  const log = openSync(join(folder, `${program.split("/").pop()}.log`), "w");
  return spawn(program, args, { stdio: ["ignore", log, log] });
}

function kubeconfigText(server: string, authority: string): string {
  return JSON.stringify(
    {
      apiVersion: "v1",
      kind: "Config",
      "current-context": "test",
      contexts: [{ name: "test", context: { cluster: "test", user: "admin" } }],
      clusters: [{ name: "test", cluster: { server, "certificate-authority-data": authority } }],
      users: [{ name: "admin", user: { token } }],
    },
    undefined,
    1,
  );
}

function caller(server: string): Apiserver["call"] {
  return async (method, path, body, contentType = "application/json") => {
    // The certificate is made at the start of this very process group, on loopback.
    const { request } = await import("node:https");
    const headers = { authorization: `Bearer ${token}`, "content-type": contentType };
    return await new Promise((resolve, reject) => {
      const sent = request(new URL(path, server), { method, headers, rejectUnauthorized: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          if ((response.statusCode ?? 500) < 400) resolve(JSON.parse(text) as Record<string, unknown>);
          else reject(new Error(`${method} ${path}: ${text}`));
        });
      });
      sent.on("error", reject).end(body === undefined ? undefined : JSON.stringify(body));
    });
  };
}

async function stop(children: readonly ChildProcess[], folder: string): Promise<void> {
  for (const child of children.toReversed()) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.kill("SIGKILL")) await ended;
  }
  await rm(folder, { recursive: true, force: true });
}

async function until(check: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; !(await check()); await sleep(100)) {
    if (Date.now() > deadline) throw new Error(`not reached within ${seconds} s`);
  }
}
