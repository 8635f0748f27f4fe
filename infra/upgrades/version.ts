/** A version as numbers; what is behind them (`-rc1`, `+k3s1`) is no part of an order. */
export type Version = readonly [major: number, minor: number, patch: number];

/** The numbers of a version such as `v1.36.3` or `15.20`; undefined when there are none. */
export const parseVersion = (text: string): Version | undefined => {
  const found = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text);
  return found ? [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)] : undefined;
};

/** Below zero when `a` is older than `b`. */
export const compareVersions = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** Minor releases that lie between two versions of one major, without either's own. */
export const minorsBetween = ([major, from]: Version, [toMajor, to]: Version): string[] =>
  major !== toMajor
    ? []
    : Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => `${major}.${from + index + 1}`);
