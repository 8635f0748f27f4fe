/** Exit code of a program that Ctrl-C ended. */
const interruptedExit = 130;

let held = 0;
let interrupted = false;

const leave = (): never => {
  console.error("\nInterrupted. Nothing is lost: run the command again, and it goes on where it stopped.");
  process.exit(interruptedExit);
};

/** Ends the program in order on Ctrl-C: at once, or after what {@link holdingInterrupt} protects. */
export const endOnInterrupt = (): void => {
  process.on("SIGINT", () => {
    if (held === 0 || interrupted) leave();
    interrupted = true;
    console.error("\nInterrupted: waiting until pulumi has recorded what it did (Ctrl-C again to leave at once) ...");
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
