import { request, type RequestOptions } from "node:https";
import { request as plainRequest } from "node:http";
import type { IncomingMessage } from "node:http";
import type { TLSSocket } from "node:tls";
import { KubeConfig } from "@kubernetes/client-node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { forwardPod, type Forwarded } from "../../infra/verify/pod-forward.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { applyPlatform } from "./support/operators/apply-platform.ts";
import { gatewayOperators, traefikClass, traefikNamespace } from "./support/operators/gateway.ts";
import { installOperator, removeObjects } from "./support/operators/install.ts";

const platform = inject("platform");
const { cluster } = platform;
const kubectl = createKubectl(platform);
const namespace = "todo-app";
const host = "todo.test";
const gateway = {
  kind: "gateway-api",
  className: traefikClass,
  controllerNamespace: traefikNamespace,
  host,
  routes: { "/": "todo-frontend" },
  certificate: { kind: "self-signed" },
  hsts: "1h",
};
const suppressions = [
  { code: "TP1024", path: "gateway.hsts", reason: "no browser sees the host of this test, which asks for the header" },
];
let operators: ReturnType<typeof gatewayOperators>;
let https: Forwarded;
let http: Forwarded;

beforeAll(async () => {
  await ensureTools(["cert-manager", "traefik"], createProgress());
  operators = gatewayOperators();
  await installOperator(kubectl, cluster, operators);
  await applyPlatform(cluster, { gateway, suppressions });
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromFile(platform.kubeconfig);
  const [pod] = await kubectl.list("pods", "-n", traefikNamespace);
  https = await forwardPod(kubeconfig, traefikNamespace, pod?.metadata.name ?? "", 443);
  http = await forwardPod(kubeconfig, traefikNamespace, pod?.metadata.name ?? "", 80);
}, 1_200_000);

afterAll(async () => {
  await https?.[Symbol.asyncDispose]();
  await http?.[Symbol.asyncDispose]();
  await applyPlatform(cluster);
  await removeObjects(kubectl, [...operators.crds, ...operators.objects]);
}, 600_000);

interface Conditioned {
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    readonly parents?: readonly {
      readonly conditions: readonly { readonly type: string; readonly status: string }[];
    }[];
  };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** Certificate that the server showed, and what is said against it by who trusts `ca`. */
  readonly names?: string | undefined;
  readonly refused?: Error | string | undefined;
}

const answerOf = (response: IncomingMessage): Promise<Answer> =>
  new Promise((resolve) => {
    let body = "";
    const socket = response.socket as Partial<TLSSocket> & IncomingMessage["socket"];
    const names = socket.getPeerCertificate?.().subjectaltname;
    const refused = socket.authorizationError;
    response.setEncoding("utf8").on("data", (text: string) => (body += text));
    response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body, names, refused }));
  });

/** One request to the host, through Traefik's own ports. */
const ask = (path: string, options: RequestOptions = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const base = { path, agent: false as const, timeout: 10_000, ...options };
    const { port } = new URL(options.protocol === "http:" ? http.url : https.url);
    const headers = { host, ...options.headers };
    const send = options.protocol === "http:" ? plainRequest : request;
    const sent = send({ ...base, host: "127.0.0.1", port, servername: host, headers, rejectUnauthorized: false }, (r) =>
      resolve(answerOf(r)),
    );
    sent.on("timeout", () => sent.destroy(new Error("no answer within 10 s")));
    sent.on("error", reject).end();
  });

describe("the gateway", () => {
  test("has a certificate that cert-manager made, for its host and with the platform's kind of key", async () => {
    await eventually(async () => {
      const { status } = await kubectl.get<Conditioned>("certificate", "web", "-n", namespace);
      expect(status?.conditions).toContainEqual(expect.objectContaining({ type: "Ready", status: "True" }));
    }, 120_000);
    const secret = await kubectl.get("secret", "web-tls", "-n", namespace);
    expect(Object.keys(secret.data ?? {}).sort()).toEqual(["ca.crt", "tls.crt", "tls.key"]);
  });

  test("is taken by Traefik, with both of its routes", async () => {
    await eventually(async () => {
      const { status } = await kubectl.get<Conditioned>("gateway", "web", "-n", namespace);
      expect(status?.conditions).toContainEqual(expect.objectContaining({ type: "Accepted", status: "True" }));
      const routes = await kubectl.list<Conditioned>("httproutes", "-n", namespace);
      expect(routes).toHaveLength(2);
      for (const route of routes)
        expect(route.status?.parents?.[0]?.conditions).toContainEqual(
          expect.objectContaining({ type: "Accepted", status: "True" }),
        );
    }, 120_000);
  });

  test("serves the page over TLS by that certificate, and says that only TLS may be used", async () => {
    const secret = await kubectl.get("secret", "web-tls", "-n", namespace);
    const ca = Buffer.from(secret.data?.["ca.crt"] ?? "", "base64").toString();
    const page = await eventually(async () => {
      const answer = await ask("/", { ca });
      expect(answer.status).toBe(200);
      return answer;
    }, 120_000);
    expect(page.names).toBe(`DNS:${host}`);
    expect(page.refused).toBeFalsy();
    expect(page.headers["strict-transport-security"]).toBe("max-age=3600");
    expect(page.body).toMatch(/^<!doctype html>/i);
    const api = await ask("/api/tasks", { ca });
    expect([api.status, api.headers["strict-transport-security"]]).toEqual([401, "max-age=3600"]);
  });

  test("sends plain HTTP to HTTPS", async () => {
    const answer = await ask("/tasks?done=false", { protocol: "http:" });
    expect([answer.status, answer.headers.location]).toEqual([301, `https://${host}/tasks?done=false`]);
  });

  test("answers for no other host", async () => {
    expect((await ask("/", { headers: { host: "other.test" } })).status).toBe(404);
  });

  test("makes a new certificate when the old one is deleted", async () => {
    const before = await kubectl.get("secret", "web-tls", "-n", namespace);
    await kubectl.run(["delete", "secret", "web-tls", "-n", namespace]);
    await eventually(async () => {
      const after = await kubectl.get("secret", "web-tls", "-n", namespace);
      expect(after.data?.["tls.crt"]).toBeTruthy();
      expect(after.data?.["tls.crt"]).not.toBe(before.data?.["tls.crt"]);
    }, 120_000);
  });
});
