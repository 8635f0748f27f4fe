/** One bound of a figure: a value as measured, and what it may be at most (or must be at least). */
export interface Bound {
  /** What is bounded, such as `p95`. */
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  /** @default "most" */
  readonly kind?: "most" | "least";
  readonly unit: string;
}

/** One line of the report. */
export interface Row {
  readonly name: string;
  /** The figure in words. */
  readonly must: string;
  readonly measured: string;
  readonly peer: string;
  /** Ratio to the peer, or the difference. */
  readonly ratio: string;
  /** Decide the verdict; none for a row that is only reported. */
  readonly bounds: readonly Bound[];
  /** How it was measured, and what to know about it. */
  readonly note?: string;
}

/** A figure that could not be measured, and why. */
export const unmeasured = (name: string, must: string, why: string): Row => ({
  name,
  must,
  measured: "not measured",
  peer: "",
  ratio: "",
  bounds: [],
  note: why,
});

const holds = ({ measured, limit, kind = "most" }: Bound): boolean =>
  kind === "most" ? measured <= limit : measured >= limit;

/** `holds`, or by how much which bound is missed; `reported` without bounds. */
export const verdict = ({ bounds, measured }: Row): string => {
  if (measured === "not measured") return measured;
  if (bounds.length === 0) return "reported";
  const missed = bounds.filter((bound) => !holds(bound));
  if (missed.length === 0) return "holds";
  const by = ({ name, measured: value, limit, unit }: Bound): string =>
    Number.isNaN(value) ? `${name}: no value` : `${name} by ${number(Math.abs(value - limit))} ${unit}`;
  return `misses ${missed.map(by).join(", ")}`;
};

/** A number with as many digits as say something. */
export const number = (value: number): string => {
  if (Number.isNaN(value)) return "-";
  const size = Math.abs(value);
  return value.toLocaleString("en-US", { maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2 });
};

/** `x times` of a peer; `-` when there is nothing to divide by. */
export const times = (ours: number, peer: number): string => (peer > 0 ? `${number(ours / peer)}x` : "-");
