import { writeFileSync } from "node:fs";
import { environments, levelIn } from "./pack/settings.ts";
import type { Rule } from "./pack/rule.ts";
import { ruleGroups, rules } from "./rules.ts";

const levels = (rule: Rule): string =>
  environments.map((environment) => `${levelIn(environment, rule)} in ${environment}`).join(", ");

const section = (rule: Rule): string => `### ${rule.name}

${rule.refuses} ${rule.why}

Severity ${rule.severity}; ${levels(rule)}. [Source](${rule.source}).
`;

const intro = `# Policies

Generated from the rules in \`policies/\` (\`npm run generate\`): what the policy pack refuses, why, and how strictly. The pack
judges the resources that the engine is about to create or change; it imports nothing of the platform, so a mistake of the
platform's model is not also its own.

\`\`\`
pulumi preview --policy-pack policies
pulumi up --policy-pack policies
\`\`\`

\`todo-platform up\` does so by itself. A rule that is mandatory stops the preview or the \`up\` before anything is changed; one
that is advisory is shown. Each message names the resource, the key and the remedy.

How strict the pack is depends on the environment, by \`policies/pack/enforcement.json\`: a level for each severity, and rules
for which it is another one. A stack says what it is in its config; one that says nothing is held to be production.

\`\`\`
pulumi config set policies:environment development
\`\`\`

The level of a single rule is also the engine's own setting: \`--policy-pack-config file.json\` with
\`{ "pod-requires-probes": "advisory" }\`.

An exemption lets one resource break one rule until a day, with a reason: in \`policies/exemptions.json\` for every stack, or in
the stack's config for one. A \`*\` in the resource stands for any text. An exemption without a reason or a day does not count,
and one that has ended is itself refused.

\`\`\`
pulumi config set --path 'policies:exemptions[0].rule' service-forbids-node-ports
pulumi config set --path 'policies:exemptions[0].resource' 'Service todo-app/todo-frontend'
pulumi config set --path 'policies:exemptions[0].reason' 'Until the gateway has an address.'
pulumi config set --path 'policies:exemptions[0].expires' 2027-03-31
\`\`\`

What the engine learns only by creating a resource is held to be right in a preview, and judged in the \`up\`.
`;

/** The reference page of the pack. */
export const policiesReference = (): string =>
  [
    intro,
    `There are ${rules.length} rules.\n`,
    ...Object.entries(ruleGroups).map(([title, group]) => `## ${title}\n\n${group.map(section).join("\n")}`),
  ].join("\n");

/** Every generated document of the pack: path -> content. A test compares them with what is committed. */
export const policyDocuments = (): Record<string, string> => ({ "docs/reference/policies.md": policiesReference() });

if (import.meta.main) for (const [path, content] of Object.entries(policyDocuments())) writeFileSync(path, content);
