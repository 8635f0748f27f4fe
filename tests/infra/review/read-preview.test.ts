import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PreviewError, readPreview } from "../../../infra/review/preview/read-preview.ts";

const urn = (type: string, name: string): string => `urn:pulumi:prod::todo-platform::todo:index:Part$${type}::${name}`;
const backend = urn("kubernetes:apps/v1:Deployment", "todo-backend");
const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "[secret]" };
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const event = (sequence: number, fields: object): string => JSON.stringify({ sequence, timestamp: 1, ...fields });
const step = (metadata: object): object => ({ resourcePreEvent: { metadata, planning: true } });

describe("an event log", () => {
  const log = [
    event(0, { preludeEvent: { config: {} } }),
    event(
      1,
      step({
        op: "create-replacement",
        urn: backend,
        old: { inputs: { a: 1 }, protect: true },
        new: { inputs: { a: 2 } },
        detailedDiff: { a: {} },
      }),
    ),
    event(
      2,
      step({ op: "replace", urn: backend, old: { inputs: { a: 1 } }, new: { inputs: { a: 2 } }, detailedDiff: null }),
    ),
    event(
      3,
      step({ op: "same", urn: urn("t:i:T", "x"), old: { inputs: { k: secret } }, new: { inputs: { k: [unknown] } } }),
    ),
    event(
      4,
      step({ op: "create", urn: "urn:pulumi:prod::p::pulumi:pulumi:Stack::p-prod", old: null, new: { inputs: {} } }),
    ),
    event(5, {
      policyEvent: {
        resourceUrn: backend,
        message: "<{%reset%}>no limits<{%reset%}>\n",
        policyName: "limits",
        policyPackName: "todo",
        enforcementLevel: "mandatory",
      },
    }),
    event(6, { diagnosticEvent: { severity: "warning", message: "<{%fg 3%}>old<{%reset%}>" } }),
    event(7, { diagnosticEvent: { severity: "info", message: "not of interest" } }),
    event(8, { summaryEvent: { PolicyPacks: { todo: "1.0.0" } } }),
  ].join("\n");

  test("has one step for each resource, its secrets and unknown values marked, and what the policies said", () => {
    expect(readPreview(log)).toEqual({
      steps: [
        {
          urn: backend,
          type: "kubernetes:apps/v1:Deployment",
          op: "replace",
          before: { a: 1 },
          after: { a: 2 },
          paths: ["a"],
          kept: "protected",
        },
        {
          urn: urn("t:i:T", "x"),
          type: "t:i:T",
          op: "same",
          before: { k: "[secret]" },
          after: { k: ["[unknown]"] },
          paths: [],
        },
      ],
      violations: [{ pack: "todo", policy: "limits", enforcement: "mandatory", urn: backend, message: "no limits" }],
      diagnostics: [{ severity: "warning", message: "old" }],
      packs: ["todo"],
      isComplete: true,
    });
  });
});

describe("what pulumi preview --json prints", () => {
  const digest = (...steps: object[]): string => JSON.stringify({ steps, changeSummary: {} }, null, 4);
  const update = {
    op: "update",
    urn: backend,
    oldState: { inputs: { a: 1 } },
    newState: { inputs: { a: 2 } },
    diffReasons: ["a"],
    detailedDiff: { "a.b": {} },
  };

  test("has the same steps, and nothing of policies", () => {
    expect(readPreview(digest(update))).toEqual({
      steps: [
        {
          urn: backend,
          type: "kubernetes:apps/v1:Deployment",
          op: "update",
          before: { a: 1 },
          after: { a: 2 },
          paths: ["a", "a.b"],
        },
      ],
      violations: [],
      diagnostics: [],
      packs: undefined,
      isComplete: false,
    });
  });

  test("is complete with --show-sames", () => {
    expect(readPreview(digest(update, { ...update, op: "same", urn: `${backend}2` })).isComplete).toBe(true);
  });
});

describe("anything else", () => {
  test.each(["", "no JSON", "[]", "{}", '{"sequence":1}\nbroken', "null"])("is refused: %j", (text) => {
    expect(() => readPreview(text)).toThrow(PreviewError);
  });

  test("of whatever form is read or refused, and never ends in another way", () => {
    const wild = fc.oneof(
      fc.string(),
      fc.json(),
      fc.object().map((value) => JSON.stringify({ steps: [value], sequence: 1 })),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          wild,
          fc.array(fc.json()).map((lines) => lines.join("\n")),
        ),
        (text) => {
          try {
            readPreview(text);
          } catch (failure) {
            expect(failure).toBeInstanceOf(PreviewError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
