/**
 * Ends this process when the engine is gone, however it died: the engine holds the other end of stdin.
 *
 * @param end stops what is under way; it gets a second for that
 */
export function endWithEngine(end: () => void = () => undefined): void {
  process.stdin.once("close", () => {
    end();
    setTimeout(() => process.exit(1), 1000);
  });
  process.stdin.resume();
}
