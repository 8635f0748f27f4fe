import { writeFileSync } from "node:fs";
import { reviewPreview } from "../../../infra/review/report.ts";
import { changes, recordChange } from "./changes.ts";
import { effectLines, effectsFile } from "./effects-golden.ts";
import { recordedPreview } from "./recorded-preview.ts";

// `node tests/infra/review/generate.ts`: writes what the review says now. Read the difference before it is committed.
const parts: string[] = [];
for (const [name, change] of Object.entries(changes)) {
  const report = reviewPreview(recordedPreview(...(await recordChange(change))));
  parts.push([`## ${name}`, ...effectLines(report), ""].join("\n"));
}
writeFileSync(effectsFile, parts.join("\n"));
