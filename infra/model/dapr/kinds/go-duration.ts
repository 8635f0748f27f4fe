const goDuration = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** Whether Go's time.ParseDuration takes the text. */
export const isGoDuration = (text: string): boolean => goDuration.test(text);

const milliseconds: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a Go duration; NaN for anything else. */
export const goMilliseconds = (text: string): number => {
  if (!isGoDuration(text)) return Number.NaN;
  const sign = text.startsWith("-") ? -1 : 1;
  const parts = [...text.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)];
  return (
    sign * parts.reduce((sum, [, amount = "0", unit = "s"]) => sum + Number(amount) * (milliseconds[unit] ?? 0), 0)
  );
};
