import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crdFiles, moduleCrds } from "../../../infra/crds/module-crds.ts";
import type { Apiserver } from "../../support/apiserver.ts";
import { keep, startOperatorApi } from "../../support/operator-api.ts";
import { operatorManifests } from "./operator-manifests.ts";

let apiserver: Apiserver;
beforeAll(async () => {
  apiserver = await startOperatorApi();
}, 180_000);
afterAll(() => apiserver.stop());

describe("a real API server with the CRDs of the operators", () => {
  test("is asked about every kind", () => {
    const kinds = crdFiles.flatMap(moduleCrds).map(({ spec }) => spec.names.kind);
    expect([...new Set(operatorManifests.map(({ kind }) => kind))].sort()).toEqual(kinds.sort());
  });

  test.each(operatorManifests.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const))(
    "keeps every field of %s",
    async (_, manifest) => {
      expect(await keep(apiserver, manifest)).toMatchObject({ spec: manifest.spec });
    },
  );

  test.each(operatorManifests.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const))(
    "refuses a field of %s that does not exist",
    async (_, manifest) => {
      const mistaken = { ...manifest, spec: { ...manifest.spec, replicaz: 1 } };
      await expect(keep(apiserver, mistaken)).rejects.toThrow('unknown field \\"spec.replicaz\\"');
    },
  );
});
