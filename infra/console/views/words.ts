const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Bytes as people read them. */
export const bytes = (value: number | undefined): string =>
  value === undefined ? "?" : `${(value / 2 ** 20).toFixed(0)} MiB`;

/** A span of time in its largest unit. */
export const span = (milliseconds: number): string => {
  const [unit, size] =
    (
      [
        ["d", day],
        ["h", hour],
        ["min", minute],
      ] as const
    ).find(([, one]) => milliseconds >= 2 * one) ?? (["s", second] as const);
  return `${Math.max(0, Math.floor(milliseconds / size))} ${unit}`;
};

/** How long ago a moment was. */
export const ago = (at: number, now: number): string => `${span(now - at)} ago`;
