import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { compositions } from "./compositions.ts";
import { committed, ledgerFile, objectsFile, outputsFile } from "./golden-files.ts";
import { lostUrns, toLedger } from "./ledger.ts";
import { toGolden } from "./objects.ts";
import { brokenOutputs, outputsLedger } from "./outputs-ledger.ts";

// `npm run generate:goldens`: writes what the programs make now. Resources that would be lost must be accepted.
const accepted = process.argv.includes("--accept-lost");
let refused = 0;
for (const [name, composition] of Object.entries(compositions)) {
  const recorded = await composition.record();
  const lost = lostUrns(committed(ledgerFile(name)), recorded);
  for (const { urn, message, remedy } of lost) process.stderr.write(`${name}: ${urn} ${message}\n  ${remedy}\n`);
  if (lost.length > 0 && !accepted) {
    refused += lost.length;
    continue;
  }
  mkdirSync(dirname(objectsFile(name)), { recursive: true });
  writeFileSync(objectsFile(name), toGolden(recorded));
  writeFileSync(ledgerFile(name), toLedger(recorded));
}
const broken = brokenOutputs(committed(outputsFile), outputsLedger());
for (const { output, message } of broken) process.stderr.write(`output ${output} ${message}\n`);
if (broken.length > 0 && !accepted) refused += broken.length;
else writeFileSync(outputsFile, outputsLedger());
process.exitCode = refused > 0 ? 1 : 0;
