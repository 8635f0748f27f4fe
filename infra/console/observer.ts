import type { DeadLetter } from "@todo-platform/contracts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import type { ClusterView } from "../verify/cluster-view.ts";
import { observeApps } from "./observe/observe-apps.ts";
import { observeCertificates } from "./observe/observe-certificates.ts";
import { countEvents, observeLag, toTopics, type Counted } from "./observe/observe-topics.ts";
import { observeTraces } from "./observe/observe-traces.ts";
import type { Look, Observations, Observed } from "./observation.ts";

/** What the observer looks through. */
export interface ObserverArgs {
  readonly platform: PlatformSpec;
  /** Opens a view of the cluster; another one after a failure, since its connections may be dead. */
  readonly open: () => ClusterView;
  /** Dead letters that nobody has replayed. */
  readonly deadLetters: () => Promise<readonly DeadLetter[]>;
  /** Whether the Secrets in which certificates are may be looked at. */
  readonly certificates: boolean;
}

/** Milliseconds between two looks at a part: what is dear is looked at less often. */
const often = 5_000;
const seldom = 30_000;

const nothing = { value: undefined, at: undefined, error: undefined };

/** Longest time that one look may take, in milliseconds: an apiserver that hangs answers nothing at all. */
const patience = 20_000;

const inTime = async <Value>(look: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience);
  });
  return Promise.race([look, late]).finally(() => clearTimeout(timer));
};

const explain = (cause: unknown): string => {
  const { message, cause: inner } = cause as Error;
  return inner instanceof Error ? `${message} (${inner.message})` : message;
};

/**
 * Looks at a running platform again and again. Each part fails by itself: what was seen of it stays, with the reason why
 * it is not newer. Reads only.
 */
export class Observer {
  #observed: Observed = {
    apps: nothing,
    problems: nothing,
    topics: nothing,
    deadLetters: nothing,
    certificates: nothing,
    traces: nothing,
  };
  readonly #args: ObserverArgs;
  #view: ClusterView;
  #counted: { now: Counted; before: Counted | undefined } | undefined;
  #lags: ReadonlyMap<string, number> | undefined;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(args: ObserverArgs) {
    this.#args = args;
    this.#view = args.open();
  }

  /** The last look at each part. */
  get observed(): Observed {
    return this.#observed;
  }

  /** Looks at everything once, then again in intervals until it is stopped. */
  async start(): Promise<void> {
    const { platform, certificates } = this.#args;
    const parts: [number, () => Promise<unknown>][] = [
      [often, () => this.#look(["apps", "problems"], (view) => observeApps(platform, view))],
      [often, () => this.#look(["topics", "deadLetters"], (view) => this.#topics(view))],
      [often, () => this.#look(["traces"], async (view) => ({ traces: await observeTraces(platform, view) }))],
      [seldom, () => this.#lag()],
    ];
    if (certificates)
      parts.push([
        seldom,
        () =>
          this.#look(["certificates"], async (view) => ({ certificates: await observeCertificates(platform, view) })),
      ]);
    else
      this.#set("certificates", {
        ...nothing,
        error: "they lie beside private keys, and the page's pod has no right to those",
      });
    await Promise.all(
      parts.map(async ([interval, look]) => {
        await look();
        this.#repeat(interval, look);
      }),
    );
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#view[Symbol.asyncDispose]();
  }

  /** The next look begins when the earlier one has ended. */
  #repeat(interval: number, look: () => Promise<unknown>): void {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      void look().finally(() => (busy = false));
    }, interval);
    this.#timers.push(timer);
  }

  async #look<Part extends keyof Observations>(
    parts: readonly Part[],
    look: (view: ClusterView) => Promise<Pick<Observations, Part>>,
  ): Promise<void> {
    const view = this.#view;
    try {
      const seen = await inTime(look(view));
      const at = Date.now();
      for (const part of parts) this.#set(part, { value: seen[part], at, error: undefined });
    } catch (cause) {
      for (const part of parts) this.#set(part, { ...this.#observed[part], error: explain(cause) });
      this.#renew(view);
    }
  }

  #set<Part extends keyof Observations>(part: Part, look: Look<Observations[Part]>): void {
    this.#observed = { ...this.#observed, [part]: look };
  }

  /** Of several parts that fail at once, the first one opens another view. */
  #renew(failed: ClusterView): void {
    if (this.#view !== failed) return;
    this.#view = this.#args.open();
    void failed[Symbol.asyncDispose]().catch(() => undefined);
  }

  async #topics(view: ClusterView): Promise<Pick<Observations, "topics" | "deadLetters">> {
    const { platform, deadLetters } = this.#args;
    const [now, letters] = await Promise.all([countEvents(platform, view), deadLetters()]);
    this.#counted = { now, before: this.#counted?.now };
    return {
      topics: toTopics(platform, this.#counted, this.#lags, letters),
      deadLetters: letters.map(({ id, topic, event_type, received_at }) => ({
        ...{ id, topic, type: event_type, at: received_at },
      })),
    };
  }

  /** Shown with the topics; a broker that cannot be asked leaves the lag unknown. */
  async #lag(): Promise<void> {
    this.#lags = await inTime(observeLag(this.#args.platform, this.#view)).catch(() => undefined);
  }
}
