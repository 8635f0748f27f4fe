import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { daprCrds } from "../../infra/crds/dapr-crds.ts";
import { readChartCrds } from "../../infra/crds/generate.ts";
import { toolDir } from "../../local/paths.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";

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
