import type { RoundResult } from "./open-loop.ts";

/** One HTTP request of a variant. */
export interface HttpRequest {
  readonly url: string;
  readonly method: "GET" | "POST" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is; absent with `stamped`. */
  readonly body?: string;
}

/** How to reach the broker. */
export interface KafkaAccess {
  readonly broker: string;
  readonly user: string;
  readonly password: string;
  readonly ca: string;
}

/** One kind of traffic; its requests are sent in turn. */
export type Variant =
  | {
      readonly kind: "http";
      readonly requests: readonly HttpRequest[];
      /** Size in bytes of a JSON body that tells when it was due and in which round, for the receiver. */
      readonly stamped?: number;
      readonly expect: readonly number[];
    }
  | {
      readonly kind: "sql";
      readonly url: string;
      readonly ca: string;
      readonly statements: readonly { readonly text: string; readonly values: readonly unknown[] }[];
    }
  | { readonly kind: "kafka"; readonly access: KafkaAccess; readonly topic: string; readonly stamped: number };

/** Traffic of several variants, interleaved: a round of each, then the next round. */
export interface LoadJob {
  /** Requests a second; with `workers` as many as they can do. */
  readonly rate: number;
  readonly workers?: number;
  readonly seconds: number;
  readonly rounds: number;
  /** Seconds of each variant before the first round; not counted. */
  readonly warmUp: number;
  readonly variants: Readonly<Record<string, Variant>>;
}

/** Rounds of each variant. */
export type LoadResult = Readonly<Record<string, readonly RoundResult[]>>;

/** When an event was due (monotonic clock, nanoseconds) and its round: 0 is the warm-up. */
export interface Stamp {
  readonly due: string;
  readonly round: number;
}

/** A JSON body of about `size` bytes with a stamp. */
export const stampedBody = (due: bigint, round: number, size: number): string => {
  const head = `{"due":"${due}","round":${round},"filler":"`;
  return `${head}${"x".repeat(Math.max(0, size - head.length - 2))}"}`;
};
