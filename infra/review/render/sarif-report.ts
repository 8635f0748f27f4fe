import { effectRules } from "../effects/rules.ts";
import type { Effect, Risk } from "../effects/effect.ts";
import type { Enforcement, PolicyViolation } from "../preview/preview.ts";
import type { ReviewReport } from "../report.ts";

const levelOfRisk: Readonly<Record<Risk, "error" | "warning" | "note">> = {
  "data-loss": "error",
  downtime: "warning",
  restart: "note",
  none: "note",
};
const levelOfPolicy: Readonly<Record<Enforcement, "error" | "warning" | "note">> = {
  mandatory: "error",
  advisory: "warning",
  remediate: "note",
  disabled: "note",
};

const policyId = ({ pack, policy }: PolicyViolation): string => `policy/${pack}/${policy}`;

/** A finding is about a stack and no line of a file; code review shows it at the stack's file. */
const locations = (file: string, name: string) => [
  {
    physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: { startLine: 1 } },
    logicalLocations: [{ fullyQualifiedName: name }],
  },
];

const ofEffect = ({ rule, risk, subject, text, advice }: Effect, file: string) => ({
  ruleId: rule,
  level: levelOfRisk[risk],
  message: { text: `${subject} ${text}.${advice === undefined ? "" : ` ${advice}`}` },
  locations: locations(file, subject),
  properties: { risk },
});

const ofViolation = (violation: PolicyViolation, file: string) => ({
  ruleId: policyId(violation),
  level: levelOfPolicy[violation.enforcement],
  message: { text: violation.message },
  locations: locations(file, violation.urn ?? "stack"),
});

const rulesOf = ({ effects, violations }: ReviewReport) => [
  ...effectRules
    .filter(({ name }) => effects.some(({ rule }) => rule === name))
    .map(({ name, about }) => ({ id: name, shortDescription: { text: about } })),
  ...[...new Set(violations.map(policyId))].sort().map((id) => ({ id, shortDescription: { text: id } })),
];

/**
 * A report as SARIF 2.1.0, for code review.
 *
 * @param file Stack file at which the findings are shown, relative to the checkout.
 */
export const sarifReport = (report: ReviewReport, file: string, version: string) => {
  const rules = rulesOf(report);
  const results = [
    ...report.effects.map((effect) => ofEffect(effect, file)),
    ...report.violations.map((violation) => ofViolation(violation, file)),
  ];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "todo-platform review", version, rules } },
        results: results.map((result) => ({
          ...result,
          ruleIndex: rules.findIndex(({ id }) => id === result.ruleId),
        })),
      },
    ],
  };
};
