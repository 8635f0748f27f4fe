import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomText } from "../../../../local/pulumi/random/random-text.ts";

describe("a random text", () => {
  it("has its length and at least the wanted number of each class", () => {
    const counts = fc.record({
      minLower: fc.nat(5),
      minUpper: fc.nat(5),
      minNumeric: fc.nat(5),
      minSpecial: fc.nat(5),
    });
    fc.assert(
      fc.property(counts, fc.integer({ min: 20, max: 64 }), (minimum, length) => {
        const text = randomText({ ...minimum, length });
        const found = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
        expect(text).toHaveLength(length);
        expect(found(/[a-z]/g)).toBeGreaterThanOrEqual(minimum.minLower);
        expect(found(/[A-Z]/g)).toBeGreaterThanOrEqual(minimum.minUpper);
        expect(found(/\d/g)).toBeGreaterThanOrEqual(minimum.minNumeric);
        expect(found(/[^a-zA-Z\d]/g)).toBeGreaterThanOrEqual(minimum.minSpecial);
      }),
    );
  });

  it("uses no class that is switched off, and only the given special characters", () => {
    expect(randomText({ length: 200, special: false, upper: false, numeric: false })).toMatch(/^[a-z]{200}$/);
    expect(randomText({ length: 200, lower: false, upper: false, number: false, overrideSpecial: "_-" })).toMatch(
      /^[_-]{200}$/,
    );
  });

  it("refuses what cannot be", () => {
    expect(() => randomText({ length: 3, minLower: 4 })).toThrow(
      "a random text of 3 cannot hold 4 required characters",
    );
    expect(() => randomText({ length: 3, lower: false, upper: false, numeric: false, special: false })).toThrow(
      "at least one class",
    );
  });
});
