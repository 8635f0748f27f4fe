import * as rpc from "@pulumi/pulumi/runtime/rpc.js";
import { expect, it } from "vitest";
import { secret, unknown } from "../../../../local/pulumi/rpc/property-values.ts";

it("unknown values and secrets are those of the SDK", () => {
  expect(unknown).toBe(rpc.unknownValue);
  expect(secret("s")).toEqual({ [rpc.specialSigKey]: rpc.specialSecretSig, value: "s" });
});
