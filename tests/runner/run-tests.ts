import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProgress } from "../../local/progress.ts";
import { prepareMachine } from "../../local/provision-cluster.ts";
import { ensureHostPrograms } from "../../local/toolchain/host-packages.ts";
import { countSuites, whatIsMissing, type JsonReport } from "./suite-counts.ts";

const folder = mkdtempSync(join(tmpdir(), "todo-platform-test-"));
const reportFile = join(folder, "report.json");
// Before the tests, so that what is built once is not part of any test's time.
const progress = createProgress();
await ensureHostPrograms(["mmdebstrap", "buildah", "chromium"], progress);
await prepareMachine(progress);
const arguments_ = [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${reportFile}`,
  ...process.argv.slice(2),
];
const vitest = join(import.meta.dirname, "../../node_modules/vitest/vitest.mjs");
const run = spawnSync(process.execPath, [vitest, ...arguments_], { stdio: "inherit" });
let report: JsonReport = { testResults: [] };
try {
  report = JSON.parse(readFileSync(reportFile, "utf8")) as JsonReport;
} catch {
  console.error("The tests ended before they could report; see above for the reason.");
}
rmSync(folder, { recursive: true });
const counts = countSuites(report);
// A part of the suites may be asked for by hand; the whole must be whole.
const missing = process.argv.length > 2 ? [] : whatIsMissing(counts);
for (const reason of missing) console.error(`FAILED: ${reason}`);
const failed = counts.failed + missing.length;
console.log(`${counts.passed} passed, ${failed} failed`);
process.exitCode = run.status === 0 && failed === 0 ? 0 : 1;
