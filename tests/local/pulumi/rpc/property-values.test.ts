import * as rpc from "@pulumi/pulumi/runtime/rpc.js";
import { expect, it } from "vitest";
import { revealed, secret, unknown } from "../../../../local/pulumi/rpc/property-values.ts";

it("unknown values and secrets are those of the SDK", () => {
  expect(unknown).toBe(rpc.unknownValue);
  expect(secret("s")).toEqual({ [rpc.specialSigKey]: rpc.specialSecretSig, value: "s" });
});

it("secrets are taken out of their envelopes at any depth, and nothing else is changed", () => {
  const value = { kubeconfig: secret("text"), list: [secret({ key: secret(1) }), null, true], plain: { value: "v" } };
  expect(revealed(value)).toEqual({ kubeconfig: "text", list: [{ key: 1 }, null, true], plain: { value: "v" } });
});
