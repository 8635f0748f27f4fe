import type { Problem } from "../problems.ts";
import { error } from "./error.ts";

/** A problem that the owners of a platform accept. */
export interface Suppression {
  readonly code: string;
  /** Path of the problem; `*` at its end stands for everything below. */
  readonly path: string;
  /** Why it is right here; whoever reads the model later must be able to judge it. */
  readonly reason: string;
}

const shortestReason = 10;

const covers = (suppression: Suppression, problem: Problem): boolean =>
  suppression.code === problem.code &&
  (suppression.path.endsWith("*")
    ? problem.path.startsWith(suppression.path.slice(0, -1))
    : suppression.path === problem.path);

/**
 * Leaves out the problems that are accepted with a reason. A suppression without a reason, or one that covers nothing
 * any more, is a problem itself.
 */
export const withoutSuppressed = (problems: readonly Problem[], suppressions: readonly Suppression[]): Problem[] => {
  const kept = problems.filter((problem) => !suppressions.some((suppression) => covers(suppression, problem)));
  const mistakes = suppressions.flatMap((suppression, index) => {
    const path = `suppressions[${index}]`;
    if (suppression.reason.trim().length < shortestReason)
      return [
        error("TP0104", `${path}.reason`, suppression.reason, "gives no reason", "Write why this is right here."),
      ];
    if (!problems.some((problem) => covers(suppression, problem)))
      return [error("TP0105", path, suppression.code, `covers no problem at ${suppression.path}`, "Remove it.")];
    return [];
  });
  return [...kept, ...mistakes];
};
