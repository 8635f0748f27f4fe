import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";

/** The CRDs of a chart folder, in the order of their names. */
export const readChartCrds = (chart: string): { metadata: { name: string } }[] =>
  readdirSync(join(chart, "crds"))
    .filter((file) => file.endsWith(".yaml"))
    .flatMap((file) => parseAllDocuments(readFileSync(join(chart, "crds", file), "utf8")))
    .map((document) => document.toJS() as { metadata: { name: string } } | null)
    .filter((crd) => crd !== null)
    .sort((a, b) => a.metadata.name.localeCompare(b.metadata.name));

if (import.meta.main) {
  const chart = process.argv[2];
  if (chart === undefined) {
    console.error("usage: node infra/crds/generate.ts <folder of the dapr chart>");
    process.exit(2);
  }
  writeFileSync(new URL("./dapr.json", import.meta.url), `${JSON.stringify(readChartCrds(chart), null, 1)}\n`);
}
