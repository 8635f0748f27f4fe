import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { daprCrds } from "../../infra/crds/dapr-crds.ts";
import { strimziCrds } from "../../infra/crds/strimzi-crds.ts";
import { generateStrimziCrds, strimziModules } from "../../infra/crds/strimzi/generate.ts";
import { readChartCrds } from "../../infra/crds/generate.ts";
import { toolDir } from "../../local/paths.ts";
import { createProgress } from "../../local/progress.ts";
import { versions } from "../../local/versions.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { java21 } from "../support/java-21.ts";

describe("Dapr's CRDs", () => {
  test("are exactly those of the pinned chart", { timeout: 1_200_000 }, async () => {
    await ensureTools(["dapr"], createProgress());
    const committed = JSON.parse(readFileSync("infra/crds/dapr.json", "utf8")) as unknown;
    expect(committed).toEqual(readChartCrds(`${toolDir("dapr")}/chart`));
  });

  test("call the conversion webhook in the control plane's namespace and leave the CA bundle to the operator", () => {
    const subscription = daprCrds("dapr-system").find((crd) => crd.metadata.name === "subscriptions.dapr.io");
    expect(subscription?.spec.conversion?.webhook?.clientConfig).toEqual({
      service: { namespace: "dapr-system", name: "dapr-webhook", path: "/convert" },
    });
  });
});

describe("Strimzi's CRDs", () => {
  test("are those of the pinned release", () => {
    const { release } = JSON.parse(readFileSync("infra/crds/strimzi.json", "utf8")) as { release: string };
    expect(release).toBe(versions.strimzi);
  });

  test("are exactly what its generator writes", { timeout: 300_000 }, async () => {
    expect(strimziCrds()).toEqual(generateStrimziCrds(versions.strimzi, await java21()));
  });

  test("serve version v1 only", () => {
    expect(strimziCrds().flatMap(({ spec }) => spec.versions.map(({ name, storage }) => [name, storage]))).toEqual(
      Array.from({ length: 10 }, () => ["v1", true]),
    );
  });

  test("are what the types are made from", () => {
    const modules = strimziModules(strimziCrds() as unknown as Parameters<typeof strimziModules>[0]);
    expect(Object.keys(modules)).toHaveLength(4);
    for (const [path, content] of Object.entries(modules)) expect(readFileSync(path, "utf8")).toBe(content);
  });
});
