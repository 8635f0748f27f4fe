import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { outputsSchema } from "./outputs.ts";
import { alertRuleFile, alertsReference } from "./reference/alerts-reference.ts";
import { checksReference } from "./reference/checks-reference.ts";
import { cloudsReference } from "./reference/clouds-reference.ts";
import { componentsReference } from "./reference/components-reference.ts";
import { configReference } from "./reference/config-reference.ts";
import { dashboardsReference } from "./reference/dashboards-reference.ts";
import { kindsReference } from "./reference/kinds-reference.ts";
import { platformPicture, platformReference } from "./reference/platform-reference.ts";

/** Every generated document: path -> content. A test compares them with what is committed. */
export const generatedDocuments = (): Record<string, string> => ({
  "docs/reference/config.md": configReference(),
  "docs/reference/outputs.schema.json": `${JSON.stringify(outputsSchema(), null, 2)}\n`,
  "docs/reference/alerts.md": alertsReference(),
  "docs/reference/alerts.yaml": alertRuleFile(),
  "docs/reference/checks.md": checksReference(),
  "docs/reference/clouds.md": cloudsReference(),
  "docs/reference/dashboards.md": dashboardsReference(),
  "docs/reference/kinds.md": kindsReference(),
  "docs/reference/platform.md": platformReference(),
  "docs/reference/platform.svg": platformPicture(),
  ...Object.fromEntries(
    [...componentsReference()].map(([block, page]) => [`docs/reference/components/${block}.md`, page]),
  ),
});

if (import.meta.main)
  for (const [path, content] of Object.entries(generatedDocuments())) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
