import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importSources } from "../../../infra/import/import-sources.ts";
import { jsonReport } from "../../../infra/lint/reporters/json-report.ts";
import { sarifReport } from "../../../infra/lint/reporters/sarif-report.ts";
import { textReport } from "../../../infra/lint/reporters/text-report.ts";
import { lintSources } from "../../../infra/lint/lint-sources.ts";
import { typeErrorsOfText } from "../import/type-check.ts";

/** Runs everything that reads a text; how long it took, in milliseconds. */
const readWhole = (text: string): number => {
  const start = performance.now();
  const sources = [{ file: "hostile.yaml", text }];
  const findings = lintSources(sources);
  textReport(findings, sources, { colour: true });
  JSON.stringify(jsonReport(findings));
  JSON.stringify(sarifReport(findings, [], "0"));
  importSources(sources);
  return performance.now() - start;
};

const codes = (text: string): string[] => [...new Set(lintSources([{ file: "x.yaml", text }]).map(({ code }) => code))];

const bomb = Array.from({ length: 12 }, (_, level) =>
  level === 0
    ? "a0: &a0 [x, x, x, x, x, x, x, x, x]"
    : `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(", ")}]`,
).join("\n");
const head = "apiVersion: dapr.io/v1alpha1\nkind: Component\nmetadata: { name: x }\n";

describe("input that is meant to hurt", () => {
  test.each([
    ["a bomb of aliases", bomb, ["TP0704"]],
    ["an alias of itself", `${head}spec: &a { type: *a }\n`, ["TP0704"]],
    ["an alias of nothing", `${head}spec: *nothing\n`, ["TP0704"]],
    ["lists 100,000 deep", "[".repeat(100_000), ["TP0701"]],
    ["maps 20,000 deep", `${head}spec: ${"{a: ".repeat(20_000)}`, ["TP0701"]],
    ["closed lists 100,000 deep", `${head}spec: ${"[".repeat(100_000)}${"]".repeat(100_000)}`, ["TP0701"]],
    ["a binary file", "\0\u0001ELF\0\0", ["TP0704"]],
    ["five megabytes", "a".repeat(5 * 1024 * 1024), ["TP0704"]],
    ["nothing", "", []],
    [
      "a lone surrogate and control characters",
      `${head}spec: { type: "\ud800\u0007\u001b[31m" }\n`,
      ["TP0609", "TP0501"],
    ],
  ])("%s", (_, text, expected) => {
    expect(codes(text).sort()).toEqual([...expected].sort());
    expect(readWhole(text)).toBeLessThan(15_000);
  });

  test("100,000 keys, 20,000 documents and 2,000 items take seconds at most", () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join("\n");
    expect(readWhole(keys)).toBeLessThan(15_000);
    expect(readWhole("a: 1\n---\n".repeat(20_000))).toBeLessThan(15_000);
    const items = Array.from({ length: 2000 }, (_, index) => `    - { name: n${index}, value: "" }`).join("\n");
    expect(readWhole(`${head}spec:\n  type: state.redis\n  version: v1\n  metadata:\n${items}\n`)).toBeLessThan(30_000);
  }, 60_000);

  test("names of objects and fields cannot break out of the code that import writes", () => {
    const evil = [
      '"; process.exit(7); //',
      "*/ x /*",
      "a\nprocess.exit(7)",
      "\u2028process.exit(7)",
      "__proto__",
      "constructor",
      "${x}",
      "`",
    ];
    const texts = evil.map((name) => {
      const quoted = JSON.stringify(name);
      return `apiVersion: dapr.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${quoted}\nspec:\n  type: middleware.http.routeralias\n  version: v1\n  metadata:\n    - name: ${quoted}\n      value: ${quoted}\n`;
    });
    const { typescript } = importSources(
      texts.map((text, index) => ({ file: `${evil[index]}.yaml`, text })),
      { model: `${process.cwd()}/infra/model/dapr` },
    );
    expect(typeErrorsOfText(typescript)).toEqual([]);
    expect(typescript.split("\n").filter((line) => /^\s*process\.exit/.test(line))).toEqual([]);
  }, 60_000);
});

const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    "dapr.io/v1alpha1",
    "state.redis",
    "pubsub.kafka",
    "bindings.cron",
    "v1",
    "true",
    "10s",
    "<x>",
    "{appID}",
    "",
  ),
);
const key = fc.oneof(
  fc.constantFrom(
    ...[
      "apiVersion",
      "kind",
      "metadata",
      "name",
      "namespace",
      "spec",
      "type",
      "version",
      "value",
      "secretKeyRef",
      "scopes",
    ],
    ...[
      "auth",
      "secretStore",
      "routes",
      "default",
      "policies",
      "retries",
      "targets",
      "apps",
      "components",
      "annotations",
    ],
    ...[
      "httpPipeline",
      "handlers",
      "accessControl",
      "template",
      "containers",
      "image",
      "__proto__",
      "constructor",
      "items",
    ],
    ...[
      "dapr.io/enabled",
      "dapr.io/app-id",
      "tracing",
      "samplingRate",
      "metric",
      "rules",
      "labels",
      "mtls",
      "features",
      "route",
    ],
  ),
  fc.string(),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 6 }),
  ),
}));
const kind = fc.constantFrom(
  ...["Component", "Configuration", "Subscription", "Resiliency", "HTTPEndpoint", "MCPServer", "WorkflowAccessPolicy"],
  ...["Deployment", "CronJob", "Pod", "Secret", "KafkaTopic", "List", "Compnent"],
);
const manifest = fc
  .tuple(
    kind,
    fc.constantFrom("dapr.io/v1alpha1", "dapr.io/v2alpha1", "apps/v1", "batch/v1", "v1", ""),
    value,
    value,
    value,
  )
  .map(([name, apiVersion, metadata, spec, rest]) => ({
    apiVersion,
    kind: name,
    metadata,
    spec,
    scopes: rest,
    auth: rest,
    items: rest,
  }));

describe("whatever the text is, nothing is thrown", () => {
  test("any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string()), (text) => {
        readWhole(text);
        readWhole(`${head}spec: ${text}`);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test("any manifest", () => {
    fc.assert(
      fc.property(fc.array(manifest, { minLength: 1, maxLength: 3 }), (manifests) => {
        readWhole(manifests.map((each) => JSON.stringify(each)).join("\n---\n"));
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  test("what import makes of any manifest has the syntax of TypeScript", () => {
    fc.assert(
      fc.property(manifest, (each) => {
        const { typescript } = importSources([{ file: "x.yaml", text: JSON.stringify(each) }]);
        expect(typeErrorsOfText(typescript, { syntaxOnly: true })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
