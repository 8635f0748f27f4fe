import type { Logger } from "./logger.ts";

/** Time for a clean stop, in milliseconds; Kubernetes kills after 30 s. */
const stopTimeout = 9000;

/** On SIGTERM or SIGINT runs `shutDown` and exits 0; exits 1 when that fails or takes longer than 9 s. */
export function onStopSignal(log: Logger, shutDown: () => Promise<void>): void {
  const exitWith = (message: string, cause?: unknown): void => {
    log.error(message, cause);
    process.exit(1);
  };
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info(`${signal}: stopping`);
    setTimeout(() => exitWith(`not everything was finished within ${stopTimeout} ms`), stopTimeout).unref();
    shutDown().then(
      () => {
        log.info("stopped");
        process.exit(0);
      },
      (error: unknown) => exitWith("could not stop cleanly", error),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("uncaughtException", (error) => exitWith("unexpected fault", error));
  process.on("unhandledRejection", (error) => exitWith("unexpected fault", error));
}
