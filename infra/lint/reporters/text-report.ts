import { hidden } from "../../model/dapr/kinds/problem-path.ts";
import type { LintFinding } from "../lint-finding.ts";
import type { Source } from "../source.ts";

/** How findings are written for people. */
export interface TextOptions {
  readonly colour: boolean;
}

type Paint = (text: string) => string;

const painter =
  (code: string) =>
  (colour: boolean): Paint =>
  (text) =>
    colour && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text;
const red = painter("31;1");
const yellow = painter("33;1");
const faint = painter("2");
const cyan = painter("36");

const widestLine = 160;

/** Control characters of a hostile file must not reach the terminal. */
const printable = (text: string): string =>
  text.replaceAll("\t", " ").replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e]/gu, "�");

const caretFor = (finding: LintFinding, line: string): string => {
  const start = Math.min(finding.column, line.length + 1);
  const end = finding.endLine === finding.line ? finding.endColumn : line.length + 1;
  return " ".repeat(start - 1) + "^".repeat(Math.max(1, Math.min(end, widestLine) - start));
};

/** A secret stays in its file: logs of a build are read by more people than the file. */
const concealed = (finding: LintFinding, line: string): string => {
  if (finding.value !== hidden) return line;
  const end = finding.endLine === finding.line ? finding.endColumn - 1 : line.length;
  return line.slice(0, finding.column - 1) + "*".repeat(Math.max(0, end - finding.column + 1)) + line.slice(end);
};

/** The line of a finding with what stands above it, and a mark below it. */
const frame = (finding: LintFinding, lines: readonly string[], colour: boolean): string[] => {
  const text = lines[finding.line - 1];
  if (text === undefined || finding.column > widestLine) return [];
  const width = String(finding.line).length;
  const row = (number: number): string => {
    const shown = number === finding.line ? concealed(finding, text) : (lines[number - 1] ?? "");
    return `${faint(colour)(`${String(number).padStart(width)} |`)} ${printable(shown.slice(0, widestLine))}`;
  };
  const paint = finding.severity === "error" ? red(colour) : yellow(colour);
  const mark = `${faint(colour)(`${" ".repeat(width)} |`)} ${paint(caretFor(finding, text))}`;
  return [...(finding.line > 1 ? [row(finding.line - 1)] : []), row(finding.line), mark].map((line) => `  ${line}`);
};

const heading = (finding: LintFinding, colour: boolean): string => {
  const place = `${finding.file}:${finding.line}:${finding.column}`;
  const paint = finding.severity === "error" ? red(colour) : yellow(colour);
  const path = finding.path === "" ? "" : `${finding.path}: `;
  return `${cyan(colour)(printable(place))} ${paint(`${finding.severity} ${finding.code}`)} ${printable(path + finding.message)}`;
};

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;

/** The last line: how much was found in how many files. */
export const summaryOf = (findings: readonly LintFinding[], files: number): string => {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (findings.length === 0) return `${count(files, "file")}: nothing to complain about.`;
  return `${count(files, "file")}: ${count(errors, "error")}, ${count(findings.length - errors, "warning")}.`;
};

/** Findings for people: where, what, the line itself, and what to do. */
export const textReport = (
  findings: readonly LintFinding[],
  sources: readonly Source[],
  { colour }: TextOptions,
): string => {
  const lines = new Map(sources.map(({ file, text }) => [file, text.split(/\r?\n/)]));
  const blocks = findings.map((finding) =>
    [
      heading(finding, colour),
      ...frame(finding, lines.get(finding.file) ?? [], colour),
      `  -> ${printable(finding.remedy)}`,
    ].join("\n"),
  );
  return [...blocks, summaryOf(findings, sources.length)].join("\n\n");
};
