import { describe, expect, test } from "vitest";
import { AppAccess } from "../../../infra/components/app-access.ts";
import { WebGateway } from "../../../infra/components/web-gateway.ts";
import { checkPlatform } from "../../../infra/model/checks/check-platform.ts";
import type { GatewaySpec } from "../../../infra/model/gateway/gateway.ts";
import { soundGateway } from "../model/gateway-mistakes.ts";
import { brokenPlatform, localPlatform } from "../platforms.ts";
import { record, type Recorded } from "./record.ts";

const gateway = soundGateway as GatewaySpec;

const recorded = (spec: GatewaySpec): Promise<Recorded[]> =>
  record({}, async () => {
    new WebGateway("web", { gateway: spec, appNamespace: "todo-app", namespace: "todo-app" });
  });

const named = (graph: readonly Recorded[], name: string) => graph.find((resource) => resource.name === name)?.inputs;
const kinds = (graph: readonly Recorded[]): string[] =>
  graph
    .filter(({ inputs }) => inputs.kind !== undefined)
    .map(({ inputs }) => `${inputs.kind} ${inputs.metadata.namespace}/${inputs.metadata.name}`)
    .sort();

describe("a gateway of the Gateway API", () => {
  test("is sound", () => {
    expect(checkPlatform(brokenPlatform((platform) => (platform.gateway = soundGateway)))).toEqual([]);
  });

  test("is these objects", async () => {
    expect(kinds(await recorded(gateway))).toEqual([
      "Certificate todo-app/web",
      "Gateway todo-app/web",
      "HTTPRoute todo-app/web",
      "HTTPRoute todo-app/web-redirect",
      "Issuer todo-app/web",
      "NetworkPolicy todo-app/acme-solver",
    ]);
  });

  test("sends plain HTTP to HTTPS, and says there for how long HTTPS is the only way", async () => {
    const graph = await recorded({ ...gateway, routes: { "/": "todo-frontend", "/docs": "mcp-tools" } });
    const strict = {
      type: "ResponseHeaderModifier",
      responseHeaderModifier: { set: [{ name: "Strict-Transport-Security", value: "max-age=31536000" }] },
    };
    const rule = (value: string, name: string) => ({
      matches: [{ path: { type: "PathPrefix", value } }],
      filters: [strict],
      backendRefs: [{ name, port: 80 }],
    });
    expect(named(graph, "web-route-web").spec).toEqual({
      parentRefs: [{ name: "web", sectionName: "https" }],
      hostnames: ["todo.example.com"],
      rules: [rule("/docs", "mcp-tools"), rule("/", "todo-frontend")],
    });
    expect(named(graph, "web-route-web-redirect").spec).toMatchObject({
      parentRefs: [{ name: "web", sectionName: "http" }],
      rules: [{ filters: [{ requestRedirect: { scheme: "https", statusCode: 301 } }] }],
    });
  });

  test("shows the certificate that the issuer signs", async () => {
    const graph = await recorded(gateway);
    const { secretName, issuerRef, dnsNames } = named(graph, "web-certificate").spec;
    const https = named(graph, "web-listener").spec.listeners[1];
    expect(https.tls).toEqual({ mode: "Terminate", certificateRefs: [{ name: secretName }] });
    expect([issuerRef.name, dnsNames]).toEqual([named(graph, "web-issuer").metadata.name, [https.hostname]]);
    expect(named(graph, "web-issuer").spec.acme).toMatchObject({
      server: "https://acme-v02.api.letsencrypt.org/directory",
      solvers: [{ http01: { gatewayHTTPRoute: { parentRefs: [{ name: "web", namespace: "todo-app" }] } } }],
    });
  });

  test("signs for itself in development", async () => {
    const graph = await recorded({ ...gateway, certificate: { kind: "self-signed" } });
    expect(named(graph, "web-issuer").spec).toEqual({ selfSigned: {} });
    expect(kinds(graph)).not.toContain("NetworkPolicy todo-app/acme-solver");
  });
});

describe("a gateway of ingress-nginx", () => {
  test("is one Ingress with the same routes, certificate and its own limit of rates", async () => {
    const graph = await recorded({
      ...gateway,
      kind: "ingress-nginx",
      className: "nginx",
      rateLimit: { requestsPerSecond: 50, burst: 150 },
    });
    const { metadata, spec } = named(graph, "web-ingress");
    expect(metadata.annotations).toEqual({
      "nginx.ingress.kubernetes.io/limit-rps": "50",
      "nginx.ingress.kubernetes.io/limit-burst-multiplier": "3",
    });
    expect(spec).toMatchObject({
      ingressClassName: "nginx",
      tls: [{ hosts: ["todo.example.com"], secretName: "web-tls" }],
      rules: [{ http: { paths: [{ path: "/", backend: { service: { name: "todo-frontend" } } }] } }],
    });
    expect(named(graph, "web-issuer").spec.acme.solvers).toEqual([
      { http01: { ingress: { ingressClassName: "nginx" } } },
    ]);
  });
});

describe("the apps behind a gateway", () => {
  const ingressOf = async (app: string, platform = localPlatform as Parameters<typeof checkPlatform>[0]) => {
    const labels = { "app.kubernetes.io/name": app };
    const graph = await record({}, async () => {
      new AppAccess(app, { platform, app, namespace: "todo-app", labels });
    });
    return named(graph, `${app}-traffic`).spec.ingress;
  };

  test("let its controller in where a route leads to them, and nobody else more than before", async () => {
    const behind = brokenPlatform((platform) => (platform.gateway = soundGateway));
    const controller = {
      from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "traefik" } } }],
      ports: [{ port: 3000 }],
    };
    expect(await ingressOf("todo-frontend", behind)).toEqual([...(await ingressOf("todo-frontend")), controller]);
    expect(await ingressOf("todo-backend", behind)).toEqual(await ingressOf("todo-backend"));
  });
});
