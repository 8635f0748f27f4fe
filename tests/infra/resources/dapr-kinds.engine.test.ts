import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { daprCrds } from "../../../infra/crds/dapr-crds.ts";
import { checkManifest } from "../../../infra/model/dapr/kinds/check-manifest.ts";
import { toManifests } from "../../../infra/model/dapr/manifests.ts";
import { startApiserver, type Apiserver } from "../../support/apiserver.ts";
import { localPlatform } from "../platforms.ts";
import { mutationsOf } from "./mutations.ts";
import { componentMatrix, richManifests } from "./rich-manifests.ts";

let apiserver: Apiserver;
const plurals = new Map(daprCrds("dapr-system").map((crd) => [crd.spec.names.kind, crd.spec.names.plural]));

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const collection = ({ apiVersion, kind }: Manifest): string =>
  `/apis/${apiVersion}/namespaces/default/${plurals.get(kind)}`;

/** The refusal of the real API server, or undefined when it takes the object; nothing is kept. */
const refusal = async (document: unknown, target: Manifest): Promise<string | undefined> => {
  try {
    await apiserver.call("POST", `${collection(target)}?dryRun=All&fieldValidation=Strict`, document);
    return undefined;
  } catch (error) {
    return String(error);
  }
};

const inDefault = <M extends Manifest>(manifest: M) => ({
  ...manifest,
  metadata: { ...manifest.metadata, namespace: "default" },
});

beforeAll(async () => {
  apiserver = await startApiserver();
  for (const crd of daprCrds("dapr-system"))
    await apiserver.call("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", crd);
  for (const manifest of richManifests)
    for (let served = false; !served; await sleep(50))
      served = await apiserver.call("GET", collection(manifest)).then(
        () => true,
        () => false,
      );
}, 180_000);

afterAll(() => apiserver.stop());

const good: readonly Manifest[] = [...richManifests, ...componentMatrix, ...toManifests(localPlatform)];

describe("a real API server with Dapr's CRDs", () => {
  test("there is a manifest of every kind", () => {
    expect(richManifests.map((manifest) => manifest.kind).sort()).toEqual([...plurals.keys()].sort());
  });

  test.each(good.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const))(
    "keeps %s, which has no problem",
    async (_, manifest) => {
      expect(checkManifest(manifest, "")).toEqual([]);
      const object = inDefault(manifest);
      const kept = await apiserver.call("POST", `${collection(object)}?fieldValidation=Strict`, object);
      expect(kept).toMatchObject(JSON.parse(JSON.stringify(object)) as Record<string, unknown>);
      await apiserver.call("DELETE", `${collection(object)}/${object.metadata.name}`);
    },
  );

  test.each(richManifests.map((manifest) => [manifest.kind, manifest] as const))(
    "refuses no %s that the check takes, whatever single thing is changed",
    async (_, manifest) => {
      const surprises: string[] = [];
      let refused = 0;
      for (const { title, document } of mutationsOf(manifest)) {
        const reason = await refusal(document, manifest);
        if (reason !== undefined) refused++;
        if (reason !== undefined && checkManifest(document, "").length === 0) surprises.push(`${title}: ${reason}`);
      }
      expect(surprises).toEqual([]);
      expect(refused).toBeGreaterThan(20);
    },
    300_000,
  );

  test.each(richManifests.map((manifest) => [manifest.kind, manifest] as const))(
    "takes no %s that the check refuses for its schema",
    async (_, manifest) => {
      const schema = ["TP0601", "TP0602", "TP0603", "TP0607"];
      const surprises: string[] = [];
      for (const { title, document } of mutationsOf(manifest)) {
        const problem = checkManifest(document, "").find(({ code }) => schema.includes(code));
        if (problem && (await refusal(document, manifest)) === undefined)
          surprises.push(`${title}: ${problem.message}`);
      }
      expect(surprises).toEqual([]);
    },
    300_000,
  );
});
