import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProgress } from "../../../../../local/progress.ts";
import { ensureTools, programPath } from "../../../../../local/toolchain/ensure-tools.ts";
import { loadableEntries } from "./loadable-entries.ts";
import { loadComponents } from "./load-components.ts";
import { loadedPage } from "./loaded-page.ts";

const folder = mkdtempSync(join(tmpdir(), "loaded-"));
await ensureTools(["dapr"], createProgress());
const loadings = await loadComponents(programPath("dapr", "daprd"), loadableEntries(), folder);
writeFileSync("docs/reference/loaded-components.md", loadedPage(loadableEntries(), loadings));
rmSync(folder, { recursive: true, force: true });
