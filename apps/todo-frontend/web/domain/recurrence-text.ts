/** Recurrences that are chosen by name. */
export const presets = [
  { rule: "FREQ=DAILY", name: "Every day" },
  { rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", name: "Every weekday" },
  { rule: "FREQ=WEEKLY", name: "Every week" },
  { rule: "FREQ=MONTHLY", name: "Every month" },
  { rule: "FREQ=YEARLY", name: "Every year" },
] as const;

const units: Readonly<Record<string, string>> = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" };
const days: Readonly<Record<string, string>> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};
const places: Readonly<Record<string, string>> = {
  "1": "first ",
  "2": "second ",
  "3": "third ",
  "4": "fourth ",
  "-1": "last ",
};

function dayText(day: string): string | undefined {
  const [, place = "", name = ""] = /^([+-]?\d+)?([A-Z]{2})$/.exec(day) ?? [];
  const before = place === "" ? "" : places[place.replace("+", "")];
  return days[name] && before !== undefined ? before + days[name] : undefined;
}

function endText(until: string | undefined, count: string | undefined): string | undefined {
  if (count) return `, ${count} times`;
  if (!until) return "";
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(until) ?? [];
  return day ? `, until ${year}-${month}-${day}` : undefined;
}

/** A rule in words; a rule that says more than these words can is shown as it is. */
export function recurrenceText(rule: string): string {
  const preset = presets.find((known) => known.rule === rule);
  if (preset) return preset.name;
  const { FREQ, INTERVAL, BYDAY, BYMONTHDAY, UNTIL, COUNT, ...more } = Object.fromEntries(
    rule.split(";").map((part) => part.split("=", 2) as [string, string]),
  );
  const unit = units[FREQ ?? ""];
  const named = BYDAY?.split(",").map(dayText);
  const end = endText(UNTIL, COUNT);
  if (!unit || end === undefined || Object.keys(more).length > 0 || named?.includes(undefined)) return rule;
  const every = INTERVAL && INTERVAL !== "1" ? `Every ${INTERVAL} ${unit}s` : `Every ${unit}`;
  const on = named ? ` on ${named.join(", ")}` : "";
  return `${every}${on}${BYMONTHDAY ? ` on day ${BYMONTHDAY.replaceAll(",", ", ")}` : ""}${end}`;
}

/** Whether the API takes the rule's form; whether it means something is known to the service only. */
export const isRule = (rule: string): boolean =>
  rule.length <= 300 && /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+-]+)*$/.test(rule);
