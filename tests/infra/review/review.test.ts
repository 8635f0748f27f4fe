import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv-draft-04";
import { beforeAll, describe, expect, test } from "vitest";
import { effectRules } from "../../../infra/review/effects/rules.ts";
import { markdownReport } from "../../../infra/review/render/markdown-report.ts";
import { sarifReport } from "../../../infra/review/render/sarif-report.ts";
import { reviewPreview, type ReviewReport } from "../../../infra/review/report.ts";
import type { Preview } from "../../../infra/review/preview/preview.ts";
import { changes, recordChange } from "./changes.ts";
import { committedEffects, effectLines } from "./effects-golden.ts";
import { recordedPreview } from "./recorded-preview.ts";

const committed = committedEffects();
const reports = new Map<string, ReviewReport>();
const previews = new Map<string, Preview>();
const isSarif = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(sarifSchema);

beforeAll(async () => {
  for (const [name, change] of Object.entries(changes)) {
    const preview = recordedPreview(...(await recordChange(change)));
    previews.set(name, preview);
    reports.set(name, reviewPreview(preview));
  }
}, 900_000);

const reportOf = (name: string): ReviewReport => reports.get(name) as ReviewReport;

describe("what a change does is told exactly (effects.txt, by node tests/infra/review/generate.ts)", () => {
  test.each(Object.keys(changes))("%s", (name) => {
    expect(effectLines(reportOf(name))).toEqual(committed.get(name));
  });

  test("for more than thirty changes, and nothing is committed of any other", () => {
    expect(Object.keys(changes).length).toBeGreaterThan(40);
    expect([...committed.keys()]).toEqual(Object.keys(changes));
  });

  test("of nothing: no effect, no resource, no graph, the same requests", () => {
    const { effects, resources, graph, requests, risk } = reportOf("nothing");
    expect([effects, resources, graph.graph, risk]).toEqual([[], [], { nodes: [], edges: [] }, "none"]);
    expect(requests.after).toEqual(requests.before);
  });

  test("with each rule's own words", () => {
    const seen = new Set([...reports.values()].flatMap(({ effects }) => effects.map(({ rule }) => rule)));
    const names = effectRules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    // What no change of our own platform shows, other-platforms.test.ts does.
    expect(names.filter((name) => !seen.has(name)).sort()).toEqual(unseen);
  });
});

/** Rules that other-platforms.test.ts shows. */
const unseen = ["component-new", "secret-gone", "state-in-memory", "topic-copies", "traffic"];

describe("whatever the change", () => {
  test.each(Object.keys(changes))("%s: the report does not depend on the order of the preview", (name) => {
    const { steps, ...rest } = previews.get(name) as Preview;
    expect(reviewPreview({ ...rest, steps: steps.toReversed() })).toEqual(reportOf(name));
  });

  test.each(Object.keys(changes))("%s: SARIF is valid by its schema and has a rule for each result", (name) => {
    const sarif = sarifReport(reportOf(name), "Pulumi.prod.yaml", "1.0.0");
    expect(isSarif(sarif) ? [] : isSarif.errors).toEqual([]);
    const [run] = sarif.runs;
    expect(run?.results.map(({ ruleIndex, ruleId }) => run.tool.driver.rules[ruleIndex]?.id === ruleId)).not.toContain(
      false,
    );
    expect(run?.results.length).toBe(reportOf(name).effects.length);
  });

  test.each([600, 2_000, 65_000])("Markdown keeps a limit of %i characters and closes what it opens", (limit) => {
    for (const [name, report] of reports) {
      const text = markdownReport(report, name, limit);
      expect(text.length).toBeLessThanOrEqual(limit);
      expect((text.match(/<details>/g) ?? []).length).toBe((text.match(/<\/details>/g) ?? []).length);
      expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
    }
  });
});
