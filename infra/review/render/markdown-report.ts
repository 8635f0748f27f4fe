import { toMermaidDiff } from "../../graph/mermaid.ts";
import { countOf, risks, wordsOf, type Effect, type Risk } from "../effects/effect.ts";
import type { PolicyViolation } from "../preview/preview.ts";
import type { ReviewReport } from "../report.ts";
import { requestRows } from "./request-rows.ts";

/** A comment of GitHub takes 65,536 characters, a note of GitLab a million. Source: docs.github.com, REST API, issues. */
export const commentLimit = 65_000;

/** First line of a comment, by which the next run with the same title finds it. */
const markerOf = (title: string): string => `<!-- todo-platform review: ${title.replaceAll(/[^\w .]+/g, "-")} -->`;

const titles: Readonly<Record<Risk, string>> = {
  "data-loss": "Data loss",
  downtime: "Downtime",
  restart: "Restarts",
  none: "Other effects",
};

/** Text of others must not become markup: names and messages come from manifests. */
const safe = (text: string): string =>
  text
    .replaceAll(/[\r\n]+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/([\\`*_[\]|~])/g, "\\$1")
    // No mention of people, no link to issues or pages.
    .replaceAll(/([@#]|:(?=\/\/))/g, "$1\u200b");

/** Effects of one text are one line with all their subjects. */
const effectLines = (effects: readonly Effect[]): string[] =>
  [...Map.groupBy(effects, ({ text, advice }) => `${text}\n${advice ?? ""}`).values()].map((same) => {
    const { text, advice } = same[0] as Effect;
    const subjects = same.map(({ subject }) => `**${safe(subject)}**`);
    const said = `- ${wordsOf(subjects)} ${same.length > 1 ? "each " : ""}${safe(text)}`;
    return advice === undefined ? said : `${said}  \n  ${safe(advice)}`;
  });

const effectSections = (effects: readonly Effect[]): string[] =>
  risks.flatMap((risk) => {
    const found = effects.filter((effect) => effect.risk === risk);
    return found.length === 0 ? [] : [`### ${titles[risk]}\n\n${effectLines(found).join("\n")}`];
  });

const violationLine = ({ pack, policy, enforcement, message, urn }: PolicyViolation): string =>
  `- ${enforcement}: **${safe(`${pack}/${policy}`)}** ${urn === undefined ? "" : `at ${safe(urn.split("::").at(-1) ?? "")}: `}${safe(message)}`;

const policySection = ({ violations, packs }: ReviewReport): string => {
  if (violations.length > 0) return `### Policies\n\n${violations.map(violationLine).join("\n")}`;
  if (packs === undefined || packs.length === 0) return "### Policies\n\nNo policy pack ran.";
  return `### Policies\n\nNo violation of ${packs.map(safe).join(", ")}.`;
};

const table = (rows: readonly (readonly string[])[]): string =>
  [["", "before", "after", "change"], ["---", "---", "---", "---"], ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");

const folded = (summary: string, body: string): string =>
  `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;

const graphSection = ({ graph }: ReviewReport): string[] =>
  graph.graph.nodes.length === 0
    ? []
    : [folded("What changes in the graph", `\`\`\`mermaid\n${toMermaidDiff(graph)}\n\`\`\``)];

const resourceSection = ({ resources }: ReviewReport): string[] => {
  if (resources.length === 0) return [];
  const line = (op: string, resource: string, paths: readonly string[]): string =>
    `${op.padEnd(7)} ${resource}${paths.length === 0 ? "" : `\n        ${paths.join("\n        ")}`}`;
  const body = resources.map(({ op, resource, paths }) => line(op, resource, paths)).join("\n");
  // A fence longer than any in the text cannot be closed by it.
  const fence = "`".repeat(Math.max(3, ...[...body.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return [folded(`Resources that change: ${resources.length}`, `${fence}\n${body}\n${fence}`)];
};

const headOf = ({ risk, effects, resources, diagnostics, isComplete }: ReviewReport, title: string): string[] => [
  `${markerOf(title)}\n## ${safe(title)}`,
  resources.length === 0
    ? "Nothing changes."
    : `Worst risk: **${titles[risk].toLowerCase()}**. ${countOf(resources.length, "resource")} change${resources.length === 1 ? "s" : ""}, with ${countOf(effects.length, "effect")}.`,
  ...(isComplete ? [] : ["Only what changes was read: sums and graph are of that alone."]),
  ...diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => `> Error: ${safe(message)}`),
];

const cutNote = (left: number): string =>
  `_${left} sections are left out: the report is longer than a comment may be._`;

/** Whole sections as long as they fit, the worst first; a section that alone is too long is cut at a line. */
const fitted = (sections: readonly string[], limit: number): string => {
  const room = limit - cutNote(sections.length).length - 4;
  const kept: string[] = [];
  let length = 0;
  for (const [index, section] of sections.entries()) {
    if (length + section.length + 2 > room) {
      const left = sections.length - index;
      const lines = section.startsWith("<details>") ? [] : section.split("\n");
      while (lines.length > 0 && length + lines.join("\n").length + 2 > room) lines.pop();
      return [...kept, ...(lines.length > 0 ? [lines.join("\n")] : []), cutNote(left)].join("\n\n");
    }
    kept.push(section);
    length += section.length + 2;
  }
  return kept.join("\n\n");
};

/**
 * A report as the comment of a change. Equal reports give equal text.
 *
 * @param limit Characters that it may have at most. @default what GitHub takes
 */
export const markdownReport = (report: ReviewReport, title: string, limit: number = commentLimit): string =>
  `${fitted(
    [
      headOf(report, title).join("\n\n"),
      ...effectSections(report.effects),
      policySection(report),
      `### Requested of the cluster\n\n${table(requestRows(report.requests))}`,
      ...graphSection(report),
      ...resourceSection(report),
    ],
    limit,
  )}\n`;
