/** Most occurrences that COUNT may ask for: a daily series of more than two years and a half. */
export const maxCount = 1000;
/** Largest INTERVAL. */
export const maxInterval = 1000;
/** Most occurrences on one day (BYHOUR times BYMINUTE). */
export const maxPerDay = 24;

/** Longest list of values of one part: every day of the year. */
const maxValues = 366;

const weekday = /^(?:MO|TU|WE|TH|FR|SA|SU)$/;
const weekdayOfPeriod = /^(?:[+-]?(?:[1-9]|[1-4]\d|5[0-3]))?(?:MO|TU|WE|TH|FR|SA|SU)$/;

/** What the values of a part have to be. */
interface PartSpec {
  readonly list: boolean;
  readonly allows: (value: string) => boolean;
  readonly values: string;
}

const integers = (list: boolean, low: number, high: number, signed = false): PartSpec => ({
  list,
  allows: (value) =>
    (signed ? /^[+-]?\d{1,4}$/ : /^\d{1,4}$/).test(value) && isWithin(Math.abs(Number(value)), low, high),
  values: `${signed ? "whole numbers, from the end with a minus," : "whole numbers"} from ${low} to ${high}`,
});
const isWithin = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** A moment in UTC that the calendar has; the time in the rule has no separators, RFC 3339 has. */
function isMoment(value: string): boolean {
  const [, ...fields] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value) ?? [];
  const [year, month, day, hour, minute, second] = fields;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  return fields.length > 0 && !Number.isNaN(Date.parse(written)) && new Date(written).toISOString() === written;
}

const specs: Readonly<Record<string, PartSpec>> = {
  FREQ: {
    list: false,
    allows: (value) => /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(value),
    values: "DAILY, WEEKLY, MONTHLY or YEARLY",
  },
  INTERVAL: integers(false, 1, maxInterval),
  COUNT: integers(false, 1, maxCount),
  UNTIL: { list: false, allows: isMoment, values: "a moment in UTC such as 20301231T225959Z" },
  BYDAY: { list: true, allows: (value) => weekdayOfPeriod.test(value), values: "weekdays such as MO or -1FR" },
  BYMONTH: integers(true, 1, 12),
  BYMONTHDAY: integers(true, 1, 31, true),
  BYYEARDAY: integers(true, 1, 366, true),
  BYWEEKNO: integers(true, 1, 53, true),
  BYSETPOS: integers(true, 1, 366, true),
  BYHOUR: integers(true, 0, 23),
  BYMINUTE: integers(true, 0, 59),
  WKST: { list: false, allows: (value) => weekday.test(value), values: "a weekday such as MO" },
};

/** The parts of a rule by name; of a name that stands twice the last. */
export const partsOf = (rule: string): ReadonlyMap<string, string> =>
  new Map(rule.split(";").map((part) => [part.split("=", 1)[0] ?? "", part.slice(part.indexOf("=") + 1)]));

function partProblem(name: string, value: string): string | undefined {
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (!spec) return `${name || "An empty part"} is not known here. Use ${Object.keys(specs).join(", ")}.`;
  const values = spec.list ? value.split(",") : [value];
  const wrong = values.find((each) => !spec.allows(each));
  if (wrong !== undefined) return `${name}=${wrong} is not possible. ${name} takes ${spec.values}.`;
  if (new Set(values).size !== values.length) return `${name} names a value twice. Name it once.`;
  return values.length > maxValues ? `${name} has too many values. Use at most ${maxValues}.` : undefined;
}

/** What is wrong with a rule by its parts alone, with the remedy. */
export function partsProblem(rule: string): string | undefined {
  if (!rule.startsWith("FREQ=")) return "The rule does not begin with FREQ. Write for example FREQ=WEEKLY;BYDAY=MO.";
  const parts = partsOf(rule);
  if (parts.size !== rule.split(";").length) return "A part stands twice. Join its values by commas: BYDAY=MO,TH.";
  for (const [name, value] of parts) {
    const problem = partProblem(name, value);
    if (problem) return problem;
  }
  if (parts.has("COUNT") && parts.has("UNTIL")) return "COUNT and UNTIL exclude each other. Leave one of them out.";
  const sizeOf = (name: string): number => parts.get(name)?.split(",").length ?? 1;
  return sizeOf("BYHOUR") * sizeOf("BYMINUTE") > maxPerDay
    ? `It comes more than ${maxPerDay} times a day. Name fewer values in BYHOUR and BYMINUTE.`
    : undefined;
}
