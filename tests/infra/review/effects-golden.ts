import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReviewReport } from "../../../infra/review/report.ts";

/** Where the effects of every change are committed. */
export const effectsFile = join(import.meta.dirname, "effects.txt");

/** The committed lines of each change, by its name. */
export const committedEffects = (): Map<string, string[]> =>
  new Map(
    (existsSync(effectsFile) ? readFileSync(effectsFile, "utf8") : "")
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const [name = "", ...lines] = part.split("\n").filter((line) => line !== "");
        return [name, lines];
      }),
  );

/** A line for each effect, and one for what is requested besides. */
export const effectLines = ({ effects, requests: { before, after } }: ReviewReport): string[] => {
  const change = (name: "cpu" | "memory" | "storage" | "pods", unit: number): string[] => {
    const difference = Math.round(((after[name] - before[name]) / unit) * 1000) / 1000;
    return difference === 0 ? [] : [`${difference > 0 ? "+" : ""}${difference} ${name}`];
  };
  const requested = [
    ...change("cpu", 1),
    ...change("memory", 2 ** 30),
    ...change("storage", 2 ** 30),
    ...change("pods", 1),
  ];
  return [
    ...effects.map(({ rule, risk, subject, text }) => `${risk} [${rule}] ${subject} ${text}`),
    ...(requested.length === 0 ? [] : [`requests ${requested.join(", ")}`]),
  ];
};
