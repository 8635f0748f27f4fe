import { bodyLimit, Problem, sendProblem } from "@todo-platform/service-kit";
import type { Invoker, Logger } from "@todo-platform/service-kit";
import type { HttpVerb } from "@todo-platform/contracts";
import express, { Router } from "express";
import type { Request } from "express";
import { targetOf } from "../domain/target-of.ts";

const requestHeaders = ["authorization", "content-type", "accept", "if-match", "if-none-match"];
const responseHeaders = ["content-type", "etag", "location", "retry-after"];
const verbs: readonly string[] = ["GET", "POST", "PUT", "PATCH", "DELETE"] satisfies HttpVerb[];

const headersFrom = (request: Request): Record<string, string> =>
  Object.fromEntries(requestHeaders.flatMap((name) => (request.header(name) ? [[name, request.header(name)!]] : [])));

/** An error of the sidecar itself, not an answer of the app: its text is nothing for a browser. */
const isFromSidecar = (answer: Response): boolean =>
  !answer.ok && !answer.headers.get("content-type")?.startsWith("application/problem+json");

const raw = express.raw({ type: () => true, limit: bodyLimit });

/** Passes `/api/**` to the app that answers it, by Dapr's service invocation: method, body and what matters of the headers. */
export function apiProxy(invoker: Invoker, log: Logger): Router {
  const router = Router();
  router.use("/api", raw, async (request, response) => {
    const path = request.originalUrl.split("?", 1)[0] ?? "";
    const to = targetOf(path);
    if (!to || !verbs.includes(request.method)) throw new Problem(404, "There is no such API.");
    const sent: unknown = request.body;
    const body = Buffer.isBuffer(sent) && sent.length > 0 ? { body: new Uint8Array(sent) } : {};
    const options = { ...body, headers: headersFrom(request), expect: () => true };
    const url = request.originalUrl;
    const answer = await invoker.invoke(to, url, request.method as HttpVerb, options).catch((error: unknown) => {
      log.error(`${to} cannot be called`, error);
    });
    if (!answer || isFromSidecar(answer)) {
      if (answer) log.error(`${to} cannot be called: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
      sendProblem(response, new Problem(502, "The service is not available at the moment. Try again."));
      return;
    }
    for (const name of responseHeaders) {
      const value = answer.headers.get(name);
      if (value) response.setHeader(name, value);
    }
    response.status(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  });
  return router;
}
