import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { CheckDoc } from "../../../../infra/model/checks/docs/check-doc.ts";
import { tp06 } from "../../../../infra/model/checks/docs/tp06.ts";
import { checkManifest } from "../../../../infra/model/dapr/kinds/check-manifest.ts";
import { checkSidecarAnnotations } from "../../../../infra/model/dapr/kinds/check-sidecar-annotations.ts";

const folder = "infra/model/dapr/kinds";
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
  .join("\n");

const found = (text: string): string[] => {
  const document = parse(text);
  const annotations = document.kind === "Deployment" ? document.spec.template.metadata.annotations : undefined;
  const problems = annotations ? checkSidecarAnnotations(annotations, "annotations") : checkManifest(document, "");
  return problems.map(({ code, severity }) => `${severity} ${code}`);
};

const runnable: readonly CheckDoc[] = tp06.filter((doc) => doc.language === "yaml");

describe("the reference of TP06", () => {
  test("tells of exactly the codes that the checks use", () => {
    const used = new Set([...sources.matchAll(/"(TP06\d\d)"/g)].map(([, code]) => code));
    expect(tp06.map((doc) => doc.code)).toEqual([...used].sort());
  });

  test.each(runnable.map((doc) => [doc.code, doc] as const))(
    "%s: the wrong example has only this problem",
    (code, doc) => {
      expect(found(doc.wrong)).toEqual([`${doc.severity} ${code}`]);
    },
  );

  test.each(runnable.map((doc) => [doc.code, doc] as const))("%s: the right example has none", (_, doc) => {
    expect(found(doc.right)).toEqual([]);
  });
});
