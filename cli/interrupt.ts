/** Exit code of a program that Ctrl-C ended. */
const interruptedExit = 130;

let held = 0;
let interrupted = false;
const ending = new Set<AbortController>();

const leave = (): never => {
  console.error("\nInterrupted. Nothing is lost: run the command again, and it goes on where it stopped.");
  process.exit(interruptedExit);
};

const tellEnding = (): void => {
  for (const controller of ending) controller.abort();
};

/**
 * Ends the program in order on Ctrl-C: at once, or after what {@link holdingInterrupt} and {@link endingOnInterrupt}
 * protect.
 */
export const endOnInterrupt = (): void => {
  process.on("SIGINT", () => {
    if (interrupted || (held === 0 && ending.size === 0)) leave();
    interrupted = true;
    const what = ending.size > 0 ? "ending what runs" : "waiting until pulumi has recorded what it did";
    console.error(`\nInterrupted: ${what} (Ctrl-C again to leave at once) ...`);
    tellEnding();
  });
};

/** Lets work that got the same Ctrl-C come to its own end before the program leaves. */
export const holdingInterrupt = async <T>(work: () => Promise<T>): Promise<T> => {
  held += 1;
  try {
    return await work();
  } finally {
    held -= 1;
    if (interrupted) leave();
  }
};

/** Does work that goes on until it is told to end, by Ctrl-C or SIGTERM, and then ends by itself. */
export const endingOnInterrupt = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  ending.add(controller);
  process.on("SIGTERM", tellEnding);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGTERM", tellEnding);
    ending.delete(controller);
  }
};
