const span = String.raw`\d+(?:\.\d+)?`;

/** What the type GoDuration takes: fewer spellings than Go does. */
export const isTypedDuration = (value: string): boolean =>
  new RegExp(`^(?:0|${span}(?:ns|us|ms|s|m|h)|${span}m${span}s|${span}h${span}m|${span}h${span}m${span}s)$`).test(
    value,
  );
