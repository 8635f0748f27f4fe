import type { CheckDoc } from "../model/checks/docs/check-doc.ts";
import { lintChecks } from "../model/checks/docs/lint-checks.ts";
import { modelChecks } from "../model/checks/docs/model-checks.ts";
import { tp11 } from "../model/checks/docs/tp11.ts";
import { pageHead } from "./markdown.ts";

const section = ({ code, title, severity, pain, language, wrong, right }: CheckDoc): string =>
  [
    `## ${code}: ${title}`,
    `Severity: ${severity}. ${pain}`,
    "Wrong:",
    `\`\`\`${language}\n${wrong.trim()}\n\`\`\``,
    "Right:",
    `\`\`\`${language}\n${right.trim()}\n\`\`\``,
  ].join("\n\n");

/** Every documented check, by code. */
export const allChecks = (): readonly CheckDoc[] =>
  [...modelChecks, ...tp11, ...lintChecks()].sort((a, b) => a.code.localeCompare(b.code));

/** The page of every check: what it refuses, what users suffer without it, and a wrong and a right example. */
export const checksReference = (): string =>
  [
    pageHead("Checks"),
    "The model refuses a platform with an error before anything is applied; `todo-platform lint` finds those of TP05 to TP08 in\nexisting YAML, too. A warning is told and applied.",
    ...allChecks().map(section),
    "",
  ].join("\n\n");
