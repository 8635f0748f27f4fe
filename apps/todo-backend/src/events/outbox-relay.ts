import type { Logger } from "@todo-platform/service-kit";
import { messageOf } from "@todo-platform/service-kit";
import { batchSize } from "./relay-batch.ts";
import type { BatchResult } from "./relay-batch.ts";

/** Waits in milliseconds: without work, after the first failure, and at most. */
const waits = { idle: 1000, firstFailure: 100, longestFailure: 5000 };

/** Brings events from the outbox to the broker, in the background. */
export interface OutboxRelay {
  /** Says that there is a new event: it is published at once unless the broker is known to be down. */
  wake(): void;
  /** Finishes the running batch, publishes what is left once more, and ends. */
  stop(): Promise<void>;
}

/** A sleep that {@link Alarm.ring} ends early; a ring that comes before the sleep counts. */
class Alarm {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  async sleep(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#rung = false;
    this.#wake = undefined;
  }
}

/** Starts a relay that repeats `batch` until it is stopped; a failure makes it wait longer each time. */
export function startOutboxRelay(batch: () => Promise<BatchResult>, log: Logger): OutboxRelay {
  const news = new Alarm();
  const end = new Alarm();
  let stopping = false;
  let pause = waits.firstFailure;
  const once = async (): Promise<BatchResult> => {
    try {
      return await batch();
    } catch (error) {
      log.warn(`the outbox cannot be relayed: ${messageOf(error)}`);
      return { published: 0, failed: 1 };
    }
  };
  const run = async (): Promise<void> => {
    while (!stopping) {
      const { published, failed } = await once();
      if (stopping) break;
      if (failed > 0) {
        await end.sleep(pause);
        pause = Math.min(pause * 2, waits.longestFailure);
        continue;
      }
      pause = waits.firstFailure;
      if (published < batchSize) await news.sleep(waits.idle);
    }
    await once();
  };
  const finished = run();
  return {
    wake: () => news.ring(),
    stop: () => {
      stopping = true;
      end.ring();
      news.ring();
      return finished;
    },
  };
}
