import { didYouMean } from "../../infra/model/names.ts";
import { outputPaths, type OutputPath } from "../../infra/output-paths.ts";

/** An output on which scripts may rely and which they would no longer find, or find changed. */
export interface BrokenOutput {
  readonly output: string;
  readonly message: string;
}

const toLine = ({ names, type, isOptional, isSecret }: OutputPath): string =>
  [names.join("."), type, isOptional ? "optional" : "always", ...(isSecret ? ["secret"] : [])].join(" ");

/** A line for each output: path, type, whether it is always there, whether it is secret. */
export const outputsLedger = (paths: readonly OutputPath[] = outputPaths()): string =>
  `${paths.map(toLine).join("\n")}\n`;

interface Line {
  readonly path: string;
  readonly type: string;
  readonly presence: string;
  readonly isSecret: boolean;
}

const parse = (ledger: string): Map<string, Line> =>
  new Map(
    ledger
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [path = "", type = "", presence = "", secret] = line.split(" ");
        return [path, { path, type, presence, isSecret: secret === "secret" }];
      }),
  );

const lost = (path: string, now: ReadonlyMap<string, Line>, before: ReadonlyMap<string, Line>): string => {
  const added = [...now.keys()].filter((candidate) => !before.has(candidate));
  const heir = didYouMean(path, added);
  return heir === undefined ? "was removed" : `was renamed to ${heir}: keep both`;
};

/** What scripts of the earlier ledger would stumble over. New outputs are welcome; a secret must stay one. */
export const brokenOutputs = (ledger: string, now: string): BrokenOutput[] => {
  const [before, after] = [parse(ledger), parse(now)];
  return [...before.values()].flatMap(({ path, type, presence, isSecret }) => {
    const line = after.get(path);
    if (line === undefined) return [{ output: path, message: lost(path, after, before) }];
    return [
      ...(line.type === type ? [] : [{ output: path, message: `was ${type} and is ${line.type}` }]),
      ...(presence === "always" && line.presence === "optional"
        ? [{ output: path, message: "was always there and is optional" }]
        : []),
      ...(isSecret && !line.isSecret ? [{ output: path, message: "was a secret and is none" }] : []),
    ];
  });
};
