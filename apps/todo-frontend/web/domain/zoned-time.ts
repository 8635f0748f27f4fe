/** Milliseconds that the clocks of `zone` are ahead of UTC at `instant`. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const at = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute"), at("second"));
  return wall - Math.floor(instant / 1000) * 1000;
}

/** A moment as the clocks of `zone` show it, as a field of type `datetime-local` takes it: `2026-03-29T09:00`. */
export function wallTime(moment: string, zone: string): string {
  const instant = Date.parse(moment);
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 16);
}

/**
 * The moment at which the clocks of `zone` show `wall`. A time that is left out when summer time begins is the later
 * one, a time that comes twice when it ends is the first.
 */
export function momentOf(wall: string, zone: string): string {
  const shown = Date.parse(`${wall.slice(0, 16)}Z`);
  const day = 86_400_000;
  const before = shown - offsetAt(shown - day, zone);
  const after = shown - offsetAt(shown + day, zone);
  const fits = [Math.min(before, after), Math.max(before, after)].find(
    (instant) => instant + offsetAt(instant, zone) === shown,
  );
  return new Date(fits ?? before).toISOString();
}

/** The time zone of the browser. */
export const localZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
