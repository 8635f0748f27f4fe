import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiserver, type Apiserver } from "../../support/apiserver.ts";
import { commands, createPulumiProject, type PreviewStep, type PulumiProject } from "../../support/pulumi-project.ts";
import { propertyEdits } from "./property-edits.ts";

const program = `
import { CustomResource, CustomResourceDefinition } from './kubernetes.ts';
import { Provider } from '@pulumi/kubernetes/provider.js';
import { Namespace } from '@pulumi/kubernetes/core/v1/index.js';
import { readFileSync } from 'node:fs';

const provider = new Provider('cluster', {
  kubeconfig: process.env.CLUSTER, enableConfigMapMutable: true, enableSecretMutable: true,
});
const namespaces = ['edits', 'edits-too'].map((name) => new Namespace(name, { metadata: { name } }, { provider }));
const definition = new CustomResourceDefinition('widgets', {
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com', scope: 'Namespaced', names: { kind: 'Widget', plural: 'widgets' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: {
      type: 'object', properties: { spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
    } } }],
  },
}, { provider });
for (const edit of JSON.parse(readFileSync('edits.json', 'utf8'))) {
  new CustomResource(edit.title, edit[process.env.SIDE ?? 'before'], { provider, dependsOn: [...namespaces, definition] });
}
`;
const reexport = `
export { CustomResource } from '@pulumi/kubernetes/apiextensions/index.js';
export { CustomResourceDefinition } from '@pulumi/kubernetes/apiextensions/v1/index.js';
`;

describe("the thirty property edits", () => {
  let apiserver: Apiserver;
  let project: PulumiProject;
  let steps: PreviewStep[];
  const variables = (side: string): Record<string, string> => ({ CLUSTER: apiserver.kubeconfig, SIDE: side });

  beforeAll(async () => {
    [apiserver, project] = await Promise.all([startApiserver(), createPulumiProject(program)]);
    await project.write("kubernetes.ts", reexport);
    await project.write("edits.json", JSON.stringify(propertyEdits));
    await project.succeed(commands.up, variables("before"));
    steps = await project.preview(variables("after"));
  }, 120_000);

  afterAll(async () => {
    await Promise.all([apiserver.stop(), project.remove()]);
  });

  it.each(propertyEdits)("$title: $op", ({ title, op, diff }) => {
    const own = steps.filter((step) => step.urn.endsWith(`::${title}`));
    expect(own.map((step) => step.op)).toEqual(op === "same" ? [] : [op]);
    const changed = own[0]?.detailedDiff ?? {};
    expect(Object.fromEntries(Object.entries(changed).map(([path, { kind }]) => [path, kind]))).toEqual(diff);
  });

  it("are applied as previewed, and the next preview is empty", { timeout: 120_000 }, async () => {
    const counts = { update: 0, replace: 0, same: 0 };
    for (const { op } of propertyEdits) counts[op] += 1;
    const { output } = await project.succeed(commands.up, variables("after"));
    expect(output).toContain(`~ ${counts.update} updated`);
    expect(output).toContain(`+-${counts.replace} replaced`);
    expect(await project.preview(variables("after"))).toEqual([]);
    const state = (name: string) => apiserver.call("GET", `/api/v1/namespaces/edits/${name}`);
    expect((await state("configmaps/edit-3"))["data"]).toEqual({ a: "1" });
    expect((await state("secrets/edit-9"))["data"]).toEqual({ a: Buffer.from("canary-one").toString("base64") });
    expect((await state("serviceaccounts/edit-7"))["metadata"]).not.toHaveProperty("annotations");
  });

  it("leave no secret in the exported state", async () => {
    const { stdout } = await project.succeed(["stack", "export"]);
    expect(stdout).toContain("edit-8");
    for (const canary of ["canary-one", "canary-two"]) {
      expect(stdout).not.toContain(canary);
      expect(stdout).not.toContain(Buffer.from(canary).toString("base64"));
    }
  });
});
