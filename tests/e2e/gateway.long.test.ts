import { KubeConfig } from "@kubernetes/client-node";
import type { Task } from "@todo-platform/contracts";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { forwardPod, type Forwarded } from "../../infra/verify/pod-forward.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { applyPlatform } from "./support/operators/apply-platform.ts";
import { certManager } from "./support/operators/cert-manager.ts";
import { askHost, type HostAnswer, type HostRequest } from "./support/operators/host-request.ts";
import { installOperator, removeObjects } from "./support/operators/install.ts";
import { traefik, traefikClass, traefikNamespace } from "./support/operators/traefik.ts";

const platform = inject("platform");
const { cluster, demo } = platform;
const kubectl = createKubectl(platform);
const namespace = "todo-app";
const host = "todo.test";
/** The page, which asks the backend for the rest of /api by its sidecar, and one path straight to the backend. */
const routes = { "/": "todo-frontend", "/api/openapi.json": "todo-backend" };
const gateway = {
  kind: "gateway-api",
  className: traefikClass,
  controllerNamespace: traefikNamespace,
  host,
  routes,
  certificate: { kind: "self-signed" },
  hsts: "1h",
};
const suppressions = [
  { code: "TP1024", path: "gateway.hsts", reason: "no browser sees the host of this test, which asks for the header" },
];
let operators: (ReturnType<typeof certManager> | ReturnType<typeof traefik>)[] = [];
let https: Forwarded;
let http: Forwarded;

beforeAll(async () => {
  await ensureTools(["cert-manager", "traefik"], createProgress());
  operators = [certManager(), traefik()];
  for (const operator of operators) await installOperator(kubectl, cluster, operator);
  await applyPlatform(cluster, { operators: "existing", gateway, suppressions });
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
  await kubectl.run(["delete", "secret", "web-tls", "-n", namespace, "--ignore-not-found"]);
  for (const { crds, objects } of operators) await removeObjects(kubectl, [...crds, ...objects]);
}, 600_000);

interface Conditions {
  readonly conditions?: readonly { readonly type: string; readonly status: string }[];
}
interface GatewayStatus extends Conditions {
  readonly listeners?: readonly (Conditions & { readonly name: string; readonly attachedRoutes: number })[];
}
interface RouteStatus {
  readonly parents?: readonly Conditions[];
}

/** The types of the conditions that are true. */
const held = ({ conditions = [] }: Conditions = {}): string[] =>
  conditions.flatMap(({ type, status }) => (status === "True" ? [type] : [])).sort();

/** The certificate's authority, which is itself. */
const authority = async (): Promise<string> => {
  const { data } = await kubectl.get("secret", "web-tls", "-n", namespace);
  return Buffer.from(data?.["ca.crt"] ?? "", "base64").toString();
};

/** Asks over TLS, trusting the host's own certificate only. */
const ask = async (path: string, more: Partial<HostRequest> = {}): Promise<HostAnswer> => {
  const url = new URL(https.url.replace("http:", "https:"));
  return askHost({ url, host, path, ca: more.ca ?? (await authority()), ...more });
};

describe("Traefik", () => {
  test("takes the platform's Gateway, both of its ports and both of its routes", async () => {
    await eventually(
      async () => {
        const { status } = await kubectl.get<{ status?: GatewayStatus }>("gateway", "web", "-n", namespace);
        expect(held(status)).toEqual(["Accepted", "Programmed"]);
        expect(
          status?.listeners?.map((listener) => [listener.name, listener.attachedRoutes, held(listener)]).sort(),
        ).toEqual([
          ["http", 1, ["Accepted", "Programmed", "ResolvedRefs"]],
          ["https", 1, ["Accepted", "Programmed", "ResolvedRefs"]],
        ]);
        const taken = await kubectl.list<{ metadata: { name: string }; status?: RouteStatus }>(
          ...["httproutes", "-n", namespace],
        );
        expect(taken.map((route) => [route.metadata.name, route.status?.parents?.map(held)])).toEqual([
          ["web", [["Accepted", "ResolvedRefs"]]],
          ["web-redirect", [["Accepted", "ResolvedRefs"]]],
        ]);
      },
      120_000,
      1000,
    );
  });

  test("serves the page to who trusts the certificate that cert-manager made, and to nobody else", async () => {
    const page = await eventually(
      async () => {
        const answer = await ask("/");
        expect(answer.status).toBe(200);
        return answer;
      },
      120_000,
      1000,
    );
    expect(page.body).toMatch(/^<!doctype html>/i);
    await expect(ask("/", { ca: "" })).rejects.toThrow(/self-signed certificate/);
    await expect(ask("/", { host: "other.test" })).rejects.toThrow();
  });

  test("says with every answer that only TLS may be used", async () => {
    for (const path of ["/", "/api/tasks", "/api/openapi.json"])
      expect((await ask(path)).headers["strict-transport-security"], path).toBe("max-age=3600");
  });

  test("leads a path to the app of its longest prefix", async () => {
    // The backend itself lets nobody but its sidecar in, and says so; the page's app would have asked by the sidecar.
    const direct = await ask("/api/openapi.json");
    expect([direct.status, (JSON.parse(direct.body) as { detail: string }).detail]).toEqual([
      401,
      "This route is for the app's sidecar only.",
    ]);
    // Prefixes end where a part of the path does.
    expect((await ask("/api/openapi.jsonx")).body).not.toContain("sidecar only");
    expect((await ask("/api/tasks")).status).toBe(401);
  });

  test("lets a user sign in and add a task through all of it", async () => {
    const session = await ask("/api/sessions", { method: "POST", body: demo });
    expect(session.status).toBe(201);
    const headers = { authorization: `Bearer ${(JSON.parse(session.body) as { token: string }).token}` };
    const added = await ask("/api/tasks", { method: "POST", headers, body: { title: "Came through the gateway" } });
    expect(added.status).toBe(201);
    const { id, title } = JSON.parse(added.body) as Task;
    expect(title).toBe("Came through the gateway");
    expect((await ask(`/api/tasks/${id}`, { headers })).status).toBe(200);
  });

  test("sends plain HTTP to the same address over TLS", async () => {
    const answer = await askHost({ url: new URL(http.url), host, path: "/tasks?done=false" });
    expect([answer.status, answer.headers.location]).toEqual([301, `https://${host}/tasks?done=false`]);
  });

  test("answers for no other host", async () => {
    expect((await ask("/", { headers: { host: "other.test" } })).status).toBe(404);
    expect((await askHost({ url: new URL(http.url), host: "other.test", path: "/" })).status).toBe(404);
  });

  test("shows a new certificate as soon as there is one", async () => {
    const { certificate } = await ask("/");
    await kubectl.run(["delete", "secret", "web-tls", "-n", namespace]);
    await eventually(
      async () => {
        const renewed = await ask("/");
        expect(renewed.status).toBe(200);
        expect(renewed.certificate).not.toBe(certificate);
      },
      180_000,
      1000,
    );
  });
});
