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

/** What stands for a secret in a finding's value. */
const secretValues: readonly unknown[] = [hidden, "(secret)"];

/** The lines of a file with every secret that was found covered: logs of a build have more readers than the file. */
const concealed = (lines: readonly string[], findings: readonly LintFinding[]): readonly string[] => {
  const shown = [...lines];
  for (const { value, line, column, endLine, endColumn } of findings) {
    if (!secretValues.includes(value)) continue;
    for (let number = line; number <= Math.min(endLine, shown.length); number++) {
      const text = shown[number - 1] ?? "";
      const start = number === line ? column - 1 : 0;
      const end = number === endLine ? endColumn - 1 : text.length;
      shown[number - 1] = text.slice(0, start) + "*".repeat(Math.max(0, end - start)) + text.slice(end);
    }
  }
  return shown;
};

/** The line of a finding with what stands above it, and a mark below it. */
const frame = (finding: LintFinding, lines: readonly string[], colour: boolean): string[] => {
  const text = lines[finding.line - 1];
  if (text === undefined || finding.column > widestLine) return [];
  const width = String(finding.line).length;
  const row = (number: number): string => {
    const shown = lines[number - 1] ?? "";
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
  const byFile = Map.groupBy(findings, ({ file }) => file);
  const lines = new Map(
    sources.map(({ file, text }) => [file, concealed(text.split(/\r?\n/), byFile.get(file) ?? [])]),
  );
  const blocks = findings.map((finding) =>
    [
      heading(finding, colour),
      ...frame(finding, lines.get(finding.file) ?? [], colour),
      `  -> ${printable(finding.remedy)}`,
    ].join("\n"),
  );
  return [...blocks, summaryOf(findings, sources.length)].join("\n\n");
};
