import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProgress } from "../../local/progress.ts";
import { prepareMachine } from "../../local/provision-cluster.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { ensureHostPrograms } from "../../local/toolchain/host-packages.ts";
import { startTools } from "../../local/toolchain/tools.ts";
import { countSuites, failuresOf, whatIsMissing, type JsonReport } from "./suite-counts.ts";

const folder = mkdtempSync(join(tmpdir(), "todo-platform-test-"));
const vitest = join(import.meta.dirname, "../../node_modules/vitest/vitest.mjs");

/** Runs a part of the suites; what it tells on the screen is vitest's. */
const runPart = (args: readonly string[], index: number): { ok: boolean; report: JsonReport } => {
  const file = join(folder, `report-${index}.json`);
  const all = [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...args];
  const { status } = spawnSync(process.execPath, all, { stdio: "inherit" });
  try {
    return { ok: status === 0, report: JSON.parse(readFileSync(file, "utf8")) as JsonReport };
  } catch {
    console.error("The tests ended before they could report; see above for the reason.");
    return { ok: false, report: { testResults: [] } };
  }
};

// Before the tests, so that what is built once is not part of any test's time.
const progress = createProgress();
await ensureHostPrograms(["mmdebstrap", "buildah", "chromium", "jq"], progress);
await ensureTools([...startTools, "jmx-exporter", "prometheus", "actionlint"], progress);
await prepareMachine(progress);
const asked = process.argv.slice(2);
// The platform is started when the others have ended: its pods would take a third of a small machine from them.
const whole = [["--project=unit", "--project=engine"], ["--project=cluster"]];
const parts = (asked.length === 0 ? whole : [asked]).map(runPart);
rmSync(folder, { recursive: true });
const report = { testResults: parts.flatMap((part) => part.report.testResults) };
const counts = countSuites(report);
// A part of the suites may be asked for by hand; the whole must be whole.
const missing = asked.length > 0 ? [] : whatIsMissing(counts);
for (const reason of [...failuresOf(report), ...missing]) console.error(`FAILED: ${reason}`);
const failed = counts.failed + missing.length;
console.log(`${counts.passed} passed, ${failed} failed`);
process.exitCode = parts.every(({ ok }) => ok) && failed === 0 ? 0 : 1;
