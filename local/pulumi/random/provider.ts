import { generatedKind } from "../rpc/generated-kind.ts";
import { secret } from "../rpc/property-values.ts";
import type { ResourcePlugin } from "../rpc/resource-kind.ts";
import { randomText } from "./random-text.ts";

const password = generatedKind({
  defaults: {
    ...{ lower: true, minLower: 0, minNumeric: 0, minSpecial: 0, minUpper: 0 },
    ...{ number: true, numeric: true, special: true, upper: true },
  },
  outputs: ["result"],
  generate: (inputs) => ({ id: "none", result: secret(randomText(inputs)) }),
});

/** What is used of the random plugin, under its published type token. */
export function randomProvider(version: string): ResourcePlugin {
  return {
    version,
    kind(type) {
      if (type === "random:index/randomPassword:RandomPassword") return password;
      throw new Error(`${type} is not offered by the bundled random provider; use the published one`);
    },
  };
}
