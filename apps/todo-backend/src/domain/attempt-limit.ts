/** How many attempts a minute are let through. */
export interface AttemptLimits {
  /** Failed ones with one user name. */
  readonly perName: number;
  /** All together: each costs time and memory. */
  readonly overall: number;
}

/** Milliseconds. */
const window = 60_000;

/** Counts the attempts to sign in or up in this replica, minute by minute. */
export class AttemptLimit {
  readonly #limits: AttemptLimits;
  readonly #failed = new Map<string, number>();
  #end = 0;
  #all = 0;

  constructor(limits: AttemptLimits = { perName: 10, overall: 120 }) {
    this.#limits = limits;
  }

  /**
   * Counts an attempt; it counts as failed until {@link succeeded} is called.
   * @returns the seconds to wait when there were too many, and then it is not counted
   */
  begin(name: string, now = Date.now()): number | undefined {
    if (now >= this.#end) {
      [this.#end, this.#all] = [now + window, 0];
      this.#failed.clear();
    }
    const key = name.toLowerCase();
    const failed = this.#failed.get(key) ?? 0;
    if (failed >= this.#limits.perName || this.#all >= this.#limits.overall) {
      return Math.ceil((this.#end - now) / 1000);
    }
    this.#all += 1;
    this.#failed.set(key, failed + 1);
    return undefined;
  }

  /** Takes the last attempt with `name` back from the failed ones. */
  succeeded(name: string): void {
    const key = name.toLowerCase();
    const failed = this.#failed.get(key) ?? 0;
    if (failed > 0) this.#failed.set(key, failed - 1);
  }
}
