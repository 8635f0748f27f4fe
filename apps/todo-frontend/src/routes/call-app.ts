import type { AppId, HttpVerb } from "@todo-platform/contracts";
import { Problem, sendProblem } from "@todo-platform/service-kit";
import type { Invoker, Logger } from "@todo-platform/service-kit";
import type { Request, Response as Outgoing } from "express";

/** Who is called, and which headers pass in either direction. */
export interface PassedCall {
  readonly to: AppId;
  readonly requestHeaders: readonly string[];
  readonly responseHeaders: readonly string[];
  /** Whether an answer that is no success comes from the app itself, and not from a sidecar on the way. */
  readonly isFromApp: (type: string, body: string) => boolean;
}

const headersFrom = (request: Request, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (request.header(name) ? [[name, request.header(name)!]] : [])));

/** The path as a URL has it: a client may send characters in a query that a URL parser writes in another way. */
function pathOf({ originalUrl }: Request): string {
  const { pathname, search } = new URL(originalUrl, "http://app");
  return pathname + search;
}

/**
 * Passes a request on by Dapr's service invocation, and the answer back. When no app answers, the browser gets 502:
 * the text of a sidecar's error is nothing for it.
 */
export async function callApp(
  { invoker, log }: { invoker: Invoker; log: Logger },
  { to, requestHeaders, responseHeaders, isFromApp }: PassedCall,
  request: Request,
  response: Outgoing,
): Promise<void> {
  const sent: unknown = request.body;
  // A body of a GET means nothing (RFC 9110), and fetch sends none.
  const isSent = Buffer.isBuffer(sent) && sent.length > 0 && request.method !== "GET";
  const body = isSent ? { body: new Uint8Array(sent) } : {};
  const options = { ...body, headers: headersFrom(request, requestHeaders), expect: () => true };
  const answer = await invoker
    .invoke(to, pathOf(request), request.method as HttpVerb, options)
    .catch((error: unknown) => log.error(`${to} cannot be called`, error));
  const received = answer && Buffer.from(await answer.arrayBuffer());
  const type = answer?.headers.get("content-type") ?? "";
  if (!answer || !received || (!answer.ok && !isFromApp(type, received.toString("utf8")))) {
    if (answer) log.error(`${to} cannot be called: ${answer.status} ${received?.toString("utf8").slice(0, 300)}`);
    sendProblem(response, new Problem(502, "The service is not available at the moment. Try again."));
    return;
  }
  for (const name of responseHeaders) {
    const value = answer.headers.get(name);
    if (value) response.setHeader(name, value);
  }
  response.status(answer.status).end(received);
}
