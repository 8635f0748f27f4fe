import type { Situation } from "../situation.ts";

/**
 * What is at stake, the worst first.
 * - `data-loss`: data is lost, no longer found, or handled twice or out of order
 * - `downtime`: something answers no longer, or not until somebody acts
 * - `restart`: pods or sidecars start anew, one after the other
 * - `none`: behaviour changes, and nothing is interrupted
 */
export const risks = ["data-loss", "downtime", "restart", "none"] as const;
export type Risk = (typeof risks)[number];

/** What a change does, in Dapr's terms. */
export interface Effect {
  /** Name of the rule that found it. */
  readonly rule: string;
  readonly risk: Risk;
  /** App, component, topic or object. */
  readonly subject: string;
  /** A sentence that goes on from the subject: `loses topic reminders`. */
  readonly text: string;
  /** What to do, or to know. @default nothing */
  readonly advice?: string;
}

/** An effect as a rule tells it. */
export type Found = Omit<Effect, "rule">;

/** Finds one kind of effect. */
export interface EffectRule {
  readonly name: string;
  /** What it looks for, in a line. */
  readonly about: string;
  readonly find: (situation: Situation) => readonly Found[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The worst first, then by subject and text: equal situations give equal lists. */
export const sortEffects = (effects: readonly Effect[]): Effect[] =>
  [...effects].sort(
    (a, b) => risks.indexOf(a.risk) - risks.indexOf(b.risk) || compare(a.subject, b.subject) || compare(a.text, b.text),
  );

/** The worst of some risks. */
export const worstOf = (found: readonly Risk[]): Risk => risks.find((risk) => found.includes(risk)) ?? "none";

/** `a`, `a and b`, `a, b and c`. */
export const wordsOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** `1 app`, `3 apps`. */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
