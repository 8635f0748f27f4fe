import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkManifest } from "../../../../infra/model/dapr/kinds/check-manifest.ts";
import { checkSidecarAnnotations } from "../../../../infra/model/dapr/kinds/check-sidecar-annotations.ts";
import { isGoDuration, goMilliseconds } from "../../../../infra/model/dapr/kinds/go-duration.ts";
import { kindSchemas, type SchemaNode } from "../../../../infra/model/dapr/kinds/schema-node.ts";
import { formatProblem, type Problem } from "../../../../infra/model/problems.ts";
import { richManifests } from "../../resources/rich-manifests.ts";

const kinds = Object.keys(kindSchemas());
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withNullPrototype: true,
  withSparseArray: true,
  maxDepth: 4,
});

const wellFormed = (problems: readonly Problem[]): void => {
  for (const problem of problems) {
    expect(problem.code).toMatch(/^TP06\d\d$/);
    expect(problem.remedy).not.toBe("");
    expect(problem.path).not.toMatch(/^\./);
    formatProblem(problem);
  }
};

/** A document whose fields have names of the schema, and any values. */
const named = (node: SchemaNode): fc.Arbitrary<unknown> => {
  if (node.fields)
    return fc.record(
      Object.fromEntries(
        Object.entries(node.fields).map(([field, child]) => [field, fc.oneof(named(child), anything)]),
      ),
      { requiredKeys: [] },
    );
  if (node.items) return fc.array(fc.oneof(named(node.items), anything), { maxLength: 3 });
  if (node.values) return fc.dictionary(fc.string(), fc.oneof(named(node.values), anything), { maxKeys: 3 });
  return fc.oneof(fc.string(), fc.constantFrom(...(node.enum ?? [""])), anything);
};

describe("hostile input", () => {
  test("of any shape is answered with problems, never by a crash", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anything, anything, anything, (kind, metadata, spec, scopes) => {
        wellFormed(checkManifest({ apiVersion: "dapr.io/v1alpha1", kind, metadata, spec, scopes }, ""));
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(anything, (document) => wellFormed(checkManifest(document, "a"))));
  });

  test.each(kinds)("with the field names of %s as well", (kind) => {
    for (const [version, schema] of Object.entries(kindSchemas()[kind] ?? {}))
      fc.assert(
        fc.property(named(schema), (document) => {
          wellFormed(checkManifest({ ...(document as object), apiVersion: `dapr.io/${version}`, kind }, "file"));
        }),
        { numRuns: 150 },
      );
  });

  test.each([null, undefined, 1, "text", [], [[]], true, new Date(), Symbol.iterator, () => 1].map((value) => [value]))(
    "such as %s has no problems, since it is no document",
    (value) => {
      expect(checkManifest(value, "")).toEqual([]);
      expect(checkSidecarAnnotations(value as never, "")).toEqual([]);
    },
  );

  test("in annotations is answered with problems", () => {
    const keys = fc.oneof(
      fc.string(),
      fc.string().map((name) => `dapr.io/${name}`),
      fc.constantFrom("__proto__", "dapr.io/enabled"),
    );
    fc.assert(
      fc.property(fc.dictionary(keys, anything), (annotations) =>
        wellFormed(checkSidecarAnnotations(annotations as Record<string, string>, "annotations")),
      ),
    );
  });

  test("that refers to itself ends", () => {
    const loop: Record<string, unknown> = {
      apiVersion: "dapr.io/v1alpha1",
      kind: "Configuration",
      metadata: { name: "a" },
    };
    loop["spec"] = loop;
    loop["metadata"] = { name: "a", labels: loop };
    wellFormed(checkManifest(loop, ""));
  });

  test("a hundred thousand fields deep ends", () => {
    let deep: unknown = "end";
    for (let level = 0; level < 100_000; level++) deep = { spec: deep };
    wellFormed(
      checkManifest({ apiVersion: "dapr.io/v1alpha1", kind: "Component", metadata: { name: "a" }, spec: deep }, ""),
    );
  });
});

describe("a good manifest", () => {
  test.each(richManifests.map((manifest) => [manifest.kind, manifest] as const))(
    "of kind %s has no problem",
    (_, manifest) => {
      expect(checkManifest(manifest, "")).toEqual([]);
    },
  );

  test("has its problems under the path that it is given", () => {
    const document = { apiVersion: "dapr.io/v1alpha1", kind: "Component", metadata: { name: "a" }, spec: { type: 1 } };
    expect(checkManifest(document, "components.a").map(({ path }) => path)).toEqual([
      "components.a.spec.type",
      "components.a.spec.metadata",
      "components.a.spec.version",
    ]);
  });

  test("is not changed by the check", () => {
    for (const manifest of richManifests) {
      const before = structuredClone(manifest);
      checkManifest(manifest, "");
      expect(manifest).toEqual(before);
    }
  });
});

describe("a span of time", () => {
  const units = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
  const part = fc.tuple(fc.nat(1000), fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[])));

  test("is any sum of amounts with units", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.map(([amount, unit]) => `${amount}${unit}`).join("");
        const sum = parts.reduce((total, [amount, unit]) => total + amount * units[unit], 0);
        expect(isGoDuration(text)).toBe(true);
        expect(goMilliseconds(text)).toBeCloseTo(sum, 3);
      }),
    );
  });

  test.each(["", "1", "s", "1 s", "1d", "1s2", "1m 30s", "five", "1.2.3s", "--1s", "1S", "0x1s"])(
    "is not %j",
    (text) => {
      expect(isGoDuration(text)).toBe(false);
    },
  );

  test.each(["0", "-1s", "+1s", "1.5h", ".5s", "1.s"])("is %j", (text) => {
    expect(isGoDuration(text)).toBe(true);
  });
});
