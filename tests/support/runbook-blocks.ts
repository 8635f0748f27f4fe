import { readFileSync } from "node:fs";

/** The blocks of a language in a runbook, without the indentation of the lists that they stand in. */
export const runbookBlocks = (runbook: string, language: string): string[] => {
  const text = readFileSync(`docs/runbooks/${runbook}.md`, "utf8");
  return [...text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, "gm"))].map(
    ([, indentation = "", block = ""]) => block.replace(new RegExp(`^${indentation}`, "gm"), ""),
  );
};
