import { randomBytes } from "node:crypto";

/** The parts of a W3C `traceparent` header that the logs show. */
export interface TraceParent {
  readonly traceId: string;
  readonly spanId: string;
}

const pattern = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/;

/** Parses a `traceparent` header; anything invalid is undefined, as the W3C recommendation asks. */
export function parseTraceParent(header: string | undefined): TraceParent | undefined {
  const match = header?.match(pattern);
  if (!match?.[1] || !match[2]) return undefined;
  return { traceId: match[1], spanId: match[2] };
}

/** Starts a new, sampled trace. */
export const newTraceParent = (): string =>
  `00-${randomBytes(16).toString("hex")}-${randomBytes(8).toString("hex")}-01`;
