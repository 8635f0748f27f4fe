import type { PlatformSpec } from "../model/platform-spec.ts";
import type { ClusterView } from "./cluster-view.ts";

/** A call of an app's route for operators. */
export interface AppCall {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body?: unknown;
}

/** Longest time that an answer may take, in milliseconds. */
const patience = 30_000;

/**
 * Calls an app of a running cluster through the apiserver, with the app's own token.
 * @throws Error when no pod is ready or the app refuses
 */
export const callApp = async (
  view: ClusterView,
  { topology }: PlatformSpec,
  app: string,
  call: AppCall,
): Promise<unknown> => {
  const target = await view.app(app, topology.apps[app]?.port ?? 0);
  if (!target) throw new Error("no pod of it is ready");
  const answer = await fetch(target.url + call.path, {
    method: call.method,
    headers: { "dapr-api-token": target.token, "content-type": "application/json", connection: "close" },
    signal: AbortSignal.timeout(patience),
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`it answered ${answer.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as unknown;
};
