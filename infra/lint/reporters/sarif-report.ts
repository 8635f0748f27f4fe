import { pathToFileURL } from "node:url";
import { isAbsolute } from "node:path";
import type { CheckDoc } from "../../model/checks/docs/check-doc.ts";
import type { LintFinding } from "../lint-finding.ts";

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

const helpOf = ({ pain, language, wrong, right }: CheckDoc) => ({
  text: `${pain}\n\nWrong:\n${wrong}\n\nRight:\n${right}`,
  markdown: `${pain}\n\nWrong:\n\n${fence(language, wrong)}\n\nRight:\n\n${fence(language, right)}`,
});

const ruleOf = (code: string, doc: CheckDoc | undefined) => ({
  id: code,
  ...(doc
    ? {
        shortDescription: { text: doc.title },
        fullDescription: { text: doc.pain },
        help: helpOf(doc),
        defaultConfiguration: { level: doc.severity },
      }
    : { shortDescription: { text: code } }),
});

/** Paths below the working folder stay relative, so that a code review finds the file in its checkout. */
const uriOf = (file: string): string => (isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file));

const resultOf = (finding: LintFinding, ruleIndex: number) => ({
  ruleId: finding.code,
  ruleIndex,
  level: finding.severity,
  message: { text: `${finding.path === "" ? "" : `${finding.path}: `}${finding.message}. ${finding.remedy}` },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(finding.file) },
        region: {
          startLine: finding.line,
          startColumn: finding.column,
          endLine: finding.endLine,
          endColumn: finding.endColumn,
        },
      },
    },
  ],
});

/** Findings as SARIF 2.1.0, for code review. */
export const sarifReport = (findings: readonly LintFinding[], docs: readonly CheckDoc[], version: string) => {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "todo-platform lint",
            version,
            rules: codes.map((code) =>
              ruleOf(
                code,
                docs.find((doc) => doc.code === code),
              ),
            ),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, codes.indexOf(finding.code))),
      },
    ],
  };
};
