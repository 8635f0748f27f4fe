import { signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { messageOf } from "../api/call.ts";

/** Where a reading stands; `message` says what went wrong. */
export type Phase =
  { readonly is: "loading" } | { readonly is: "ready" } | { readonly is: "failed"; readonly message: string };

/** Something that is read from the API. */
export interface Loaded<T> {
  readonly value: Signal<T>;
  readonly phase: Signal<Phase>;
  /** Reads anew; what is shown stays until then. */
  load(): Promise<void>;
  reset(): void;
}

/** Keeps what `read` brings; of readings that overlap the last one counts. */
export function loaded<T>(initial: T, read: () => Promise<T>): Loaded<T> {
  const value = signal(initial);
  const phase = signal<Phase>({ is: "loading" });
  let round = 0;
  return {
    value,
    phase,
    load: async () => {
      const mine = ++round;
      if (phase.value.is === "failed") phase.value = { is: "loading" };
      try {
        const got = await read();
        if (mine !== round) return;
        value.value = got;
        phase.value = { is: "ready" };
      } catch (error) {
        if (mine === round) phase.value = { is: "failed", message: messageOf(error) };
      }
    },
    reset: () => {
      round += 1;
      value.value = initial;
      phase.value = { is: "loading" };
    },
  };
}
