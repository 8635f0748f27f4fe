/** Tells people what is being done; everything goes to stderr, so that stdout stays for results. */
export interface Progress {
  /** Runs one step of a known list; the line shows its name, how long it took and what is left. */
  step<T>(name: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  /** Adds steps to what is still to be done. */
  plan(...names: string[]): void;
}

/** Where progress lines go; `isTTY` chooses a line that is redrawn over plain lines. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const HEARTBEAT_MS = 30_000;
const REDRAW_MS = 250;

/** A progress display on a stream (default stderr). */
export function createProgress(stream: ProgressStream = process.stderr, now: () => number = Date.now): Progress {
  const pending: string[] = [];
  const redraw = stream.isTTY === true;
  const left = (): string => (pending.length === 0 ? "" : `; left: ${pending.join(", ")}`);
  const line = (text: string): void => void stream.write(redraw ? `\r\x1b[K${clip(text, stream)}\n` : `${text}\n`);

  return {
    plan: (...names) => void pending.push(...names),
    async step(name, work) {
      const index = pending.indexOf(name);
      if (index >= 0) pending.splice(index, 1);
      const start = now();
      let latest = "";
      const draw = (): void => {
        const text = `  ${name} ${formatSeconds(now() - start)}${latest && ` (${latest})`}${left()}`;
        if (redraw) stream.write(`\r\x1b[K${clip(text, stream)}`);
        else line(`... ${text.trim()}`);
      };
      if (redraw) draw();
      const timer = setInterval(draw, redraw ? REDRAW_MS : HEARTBEAT_MS);
      try {
        const result = await work((text) => (latest = text));
        line(`ok  ${name} ${formatSeconds(now() - start)}${left()}`);
        return result;
      } catch (error) {
        line(`!!  ${name} failed after ${formatSeconds(now() - start)}`);
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
  };
}

/** Milliseconds as `1.2 s` or `3 m 04 s`. */
export function formatSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} m ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
}

function clip(text: string, stream: ProgressStream): string {
  return stream.columns ? text.slice(0, stream.columns - 1) : text;
}
