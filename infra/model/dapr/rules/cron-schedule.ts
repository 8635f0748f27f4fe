import { isGoDuration } from "../kinds/go-duration.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

interface Bounds {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const bounds: readonly Bounds[] = [
  { name: "second", min: 0, max: 59 },
  { name: "minute", min: 0, max: 59 },
  { name: "hour", min: 0, max: 23 },
  { name: "day of month", min: 1, max: 31 },
  { name: "month", min: 1, max: 12, names: months },
  { name: "day of week", min: 0, max: 6, names: days },
];

const descriptors = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

const toNumber = (text: string, { names, min }: Bounds): number => {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return named + min;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
};

const rangeProblem = (expression: string, field: Bounds): string | undefined => {
  const [range = "", step, ...more] = expression.split("/");
  const [low = "", high, ...rest] = range.split("-");
  const star = low === "*" || low === "?";
  const start = star ? field.min : toNumber(low, field);
  const end = high === undefined ? (star || step !== undefined ? field.max : start) : toNumber(high, field);
  if (more.length > 0 || rest.length > 0 || Number.isNaN(start) || Number.isNaN(end))
    return `"${expression}" is no ${field.name}`;
  if (step !== undefined && !(Number(step) > 0)) return `"${expression}" has no step above 0`;
  if (start < field.min || end > field.max)
    return `"${expression}" is outside of ${field.min} to ${field.max} (${field.name})`;
  return start > end ? `"${expression}" begins after its end (${field.name})` : undefined;
};

const descriptorProblem = (text: string): string | undefined => {
  if (text.startsWith("@every "))
    return isGoDuration(text.slice("@every ".length)) ? undefined : `"${text.slice("@every ".length)}" is no duration`;
  return descriptors.includes(text) ? undefined : `"${text}" is none of ${descriptors.join(", ")}, @every <duration>`;
};

/**
 * Why daprd would refuse a schedule, or undefined: five fields, or six with seconds first, or a descriptor, behind an
 * optional time zone. Source: dapr/kit cron/parser.go with the options of components-contrib bindings/cron/cron.go.
 */
export const scheduleProblem = (schedule: string): string | undefined => {
  const text = schedule.trim().replace(/^(CRON_)?TZ=\S+\s+/, "");
  if (text.startsWith("@")) return descriptorProblem(text);
  const fields = text.split(/\s+/);
  if (fields.length !== 5 && fields.length !== 6) return `has ${fields.length} fields instead of 5, or 6 with seconds`;
  const used = bounds.slice(6 - fields.length);
  for (const [index, field] of used.entries())
    for (const expression of (fields[index] ?? "").split(",").filter((part) => part !== "")) {
      const problem = rangeProblem(expression, field);
      if (problem !== undefined) return problem;
    }
  return undefined;
};
