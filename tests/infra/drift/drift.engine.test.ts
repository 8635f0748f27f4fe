import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { driftReport, type DriftReport, type LiveObject } from "../../../infra/drift/drift-report.ts";
import { readPreview } from "../../../infra/review/preview/read-preview.ts";
import { startApiserver, type Apiserver } from "../../support/apiserver.ts";
import { commands, createPulumiProject, type PulumiProject } from "../../support/pulumi-project.ts";

const program = (kubeconfig: string): string => `
import { readFileSync } from "node:fs";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";

const provider = new Provider("p", {
  kubeconfig: readFileSync(${JSON.stringify(kubeconfig)}, "utf8"),
  enableConfigMapMutable: true,
  enableSecretMutable: true,
});
const metadata = (name) => ({ name, namespace: "default" });
new ConfigMap("shop", { metadata: metadata("shop"), data: { open: process.env.OPEN ?? "yes", till: "1" } }, { provider });
new ConfigMap("gone", { metadata: metadata("gone"), data: { a: "1" } }, { provider });
new Secret("key", { metadata: metadata("key"), stringData: { password: "canary-of-the-state" } }, { provider });
`;

let apiserver: Apiserver;
let project: PulumiProject;

beforeAll(async () => {
  apiserver = await startApiserver();
  project = await createPulumiProject(program(apiserver.kubeconfig));
  await project.succeed([...commands.up]);
}, 180_000);
afterAll(() => Promise.all([apiserver.stop(), project.remove()]));

const configMap = "/api/v1/namespaces/default/configmaps";

const drift = async (variables: Record<string, string> = {}): Promise<DriftReport> => {
  const refresh = await project.succeed(["refresh", "--preview-only", "--json"], variables);
  const preview = await project.succeed(["preview", "--json"], variables);
  const live = (await apiserver.call("GET", `${configMap}/shop`)) as LiveObject;
  return driftReport(readPreview(preview.stdout), readPreview(refresh.stdout), ({ urn }) =>
    urn.endsWith("::shop") ? live : undefined,
  );
};

describe("the engine's own refresh", () => {
  test("finds nothing where nobody changed anything", async () => {
    expect(await drift()).toEqual({ unapplied: [], drifted: [] });
  });

  test("tells model, state and cluster apart, and the API server who it was", async () => {
    const patch = { data: { till: "2" } };
    const query = "?fieldManager=kubectl-edit";
    await apiserver.call("PATCH", `${configMap}/shop${query}`, patch, "application/merge-patch+json");
    await apiserver.call("DELETE", `${configMap}/gone`);
    const secret = { stringData: { password: "canary-of-the-cluster" } };
    await apiserver.call(
      "PATCH",
      `/api/v1/namespaces/default/secrets/key${query}`,
      secret,
      "application/merge-patch+json",
    );
    const report = await drift({ OPEN: "no" });
    expect(report.unapplied.map(({ op, resource, paths }) => [op, resource, paths])).toEqual([
      ["update", "ConfigMap default/shop", ["data.open"]],
    ]);
    expect(
      report.drifted.map(({ fate, resource, fields }) => [
        fate,
        resource,
        fields.map(({ path, applied, live, by }) => [path, applied, live, by?.manager, by?.who]),
      ]),
    ).toEqual([
      ["deleted", "ConfigMap default/gone", []],
      ["changed", "ConfigMap default/shop", [["data.till", '"1"', '"2"', "kubectl-edit", "somebody with kubectl"]]],
      ["changed", "Secret default/key", [["stringData", "[secret]", "[secret]", undefined, undefined]]],
    ]);
    expect(JSON.stringify(report)).not.toContain("canary");
  });
});
