import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { GatewaySpec } from "../../infra/model/gateway/gateway.ts";
import { toCertificate, toIssuer } from "../../infra/model/gateway/to-gateway.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { certManager } from "./support/operators/cert-manager.ts";
import { applyObjects, installOperator, removeObjects } from "./support/operators/install.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
const namespace = "todo-app";
const gateway: GatewaySpec = {
  kind: "gateway-api",
  className: "traefik",
  controllerNamespace: "traefik",
  host: "todo.test",
  routes: { "/": "todo-frontend" },
  certificate: { kind: "self-signed" },
};
const objects = [toIssuer(gateway, namespace), toCertificate(gateway, namespace)];
let operator: ReturnType<typeof certManager>;

beforeAll(async () => {
  await ensureTools(["cert-manager"], createProgress());
  operator = certManager();
  await installOperator(kubectl, platform.cluster, operator);
  await applyObjects(kubectl, objects);
}, 900_000);

afterAll(async () => {
  await removeObjects(kubectl, objects);
  await kubectl.run(["delete", "secret", "web-tls", "-n", namespace, "--ignore-not-found"]);
  await removeObjects(kubectl, [...operator.crds, ...operator.objects]);
}, 300_000);

const certificateOf = async (): Promise<X509Certificate> => {
  const { data } = await kubectl.get("secret", "web-tls", "-n", namespace);
  return new X509Certificate(Buffer.from(data?.["tls.crt"] ?? "", "base64"));
};

describe("cert-manager makes the gateway's certificate", () => {
  test("for its host, with the platform's kind of key, signed by itself", async () => {
    await eventually(
      async () => {
        const { status } = await kubectl.get<{ status?: { conditions?: object[] } }>(
          ...["certificate", "web", "-n", namespace],
        );
        expect(status?.conditions).toContainEqual(expect.objectContaining({ type: "Ready", status: "True" }));
      },
      120_000,
      1000,
    );
    const issued = await certificateOf();
    expect(issued.subjectAltName).toBe("DNS:todo.test");
    expect(issued.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
    expect(issued.verify(issued.publicKey)).toBe(true);
  });

  test("anew, and with a new key, when the Secret is gone", async () => {
    const before = await certificateOf();
    await kubectl.run(["delete", "secret", "web-tls", "-n", namespace]);
    const after = await eventually(certificateOf, 120_000, 1000);
    expect(after.publicKey.export({ type: "spki", format: "pem" })).not.toBe(
      before.publicKey.export({ type: "spki", format: "pem" }),
    );
  });
});
