/** A span of time as Go and Dapr write it: `100ms`, `30s`, `15m`, `24h`. */
export type Duration = `${number}ms` | `${number}s` | `${number}m` | `${number}h`;

/** A quantity of memory or storage as Kubernetes writes it: `128Mi`, `1Gi`. */
export type Size = `${number}Ki` | `${number}Mi` | `${number}Gi`;

/** A quantity of processor time as Kubernetes writes it: `100m` or whole cores. */
export type Cpu = `${number}m` | `${number}`;

const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
const bytes = { Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3 } as const;

/** Milliseconds of a duration; NaN for anything else. */
export const toMilliseconds = (duration: string): number => {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(duration);
  return match ? Number(match[1]) * milliseconds[match[2] as keyof typeof milliseconds] : Number.NaN;
};

/** Bytes of a size; NaN for anything else. */
export const toBytes = (size: string): number => {
  const match = /^(\d+)(Ki|Mi|Gi)$/.exec(size);
  return match ? Number(match[1]) * bytes[match[2] as keyof typeof bytes] : Number.NaN;
};

/** Seconds of a duration, rounded up: what Kubernetes' whole-second fields take. */
export const toSeconds = (duration: string): number => Math.ceil(toMilliseconds(duration) / 1000);
