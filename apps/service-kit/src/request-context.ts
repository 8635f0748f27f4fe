import { AsyncLocalStorage } from "node:async_hooks";

/** What ties a piece of work to the request or event that caused it. */
export interface RequestContext {
  /** W3C `traceparent` of the caller's span, if there is one. */
  readonly traceparent: string | undefined;
  readonly correlationId: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the running request or event; undefined outside of one. */
export const currentContext = (): RequestContext | undefined => storage.getStore();

/** Runs `work` with `context` as its {@link currentContext}, across every await. */
export const withContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);
