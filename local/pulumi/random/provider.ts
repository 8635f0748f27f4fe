import { randomBytes, randomUUID } from "node:crypto";
import { generatedKind } from "../rpc/generated-kind.ts";
import { secret, type Properties, textOf } from "../rpc/property-values.ts";
import type { ResourceKind, ResourcePlugin } from "../rpc/resource-kind.ts";
import { randomText } from "./random-text.ts";

const textDefaults = {
  ...{ lower: true, minLower: 0, minNumeric: 0, minSpecial: 0, minUpper: 0 },
  ...{ number: true, numeric: true, special: true, upper: true },
};

const kinds: Record<string, ResourceKind> = {
  RandomPassword: generatedKind({
    defaults: textDefaults,
    outputs: ["result"],
    generate: (inputs) => ({ id: "none", result: secret(randomText(inputs)) }),
  }),
  RandomString: generatedKind({
    defaults: textDefaults,
    outputs: ["result"],
    generate: (inputs) => {
      const result = randomText(inputs);
      return { id: result, result };
    },
  }),
  RandomId: generatedKind({
    outputs: ["b64Std", "b64Url", "hex", "dec"],
    generate: (inputs) => {
      const bytes = randomBytes(Number(inputs["byteLength"]));
      const prefix = textOf(inputs["prefix"] ?? "");
      const [b64Std, b64Url, hex] = [bytes.toString("base64"), bytes.toString("base64url"), bytes.toString("hex")];
      const dec = BigInt(`0x${hex}`).toString();
      return { id: b64Url, b64Std: prefix + b64Std, b64Url: prefix + b64Url, hex: prefix + hex, dec: prefix + dec };
    },
  }),
  RandomBytes: generatedKind({
    outputs: ["base64", "hex"],
    generate: (inputs) => {
      const bytes = randomBytes(Number(inputs["length"]));
      return {
        id: bytes.toString("base64"),
        base64: secret(bytes.toString("base64")),
        hex: secret(bytes.toString("hex")),
      };
    },
  }),
  RandomUuid: generatedKind({
    outputs: ["result"],
    generate: (): Properties & { id: string } => {
      const result = randomUUID();
      return { id: result, result };
    },
  }),
};

/** What is used of the random plugin, under its published type tokens. */
export function randomProvider(version: string): ResourcePlugin {
  return {
    version,
    kind(type) {
      const kind = kinds[type.split(":").pop() ?? ""];
      if (kind) return kind;
      throw new Error(`${type} is not offered by the bundled random provider; use the published one`);
    },
  };
}
