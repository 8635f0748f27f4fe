import { bodyLimit, Problem } from "@todo-platform/service-kit";
import type { Invoker, Logger } from "@todo-platform/service-kit";
import type { HttpVerb } from "@todo-platform/contracts";
import express, { Router } from "express";
import { targetOf } from "../domain/target-of.ts";
import { callApp } from "./call-app.ts";

const requestHeaders = ["authorization", "content-type", "accept", "if-match", "if-none-match"];
const responseHeaders = ["content-type", "etag", "location", "retry-after", "ratelimit", "ratelimit-policy"];
const verbs: readonly string[] = ["GET", "POST", "PUT", "PATCH", "DELETE"] satisfies HttpVerb[];
const isFromApp = (type: string): boolean => type.startsWith("application/problem+json");

const raw = express.raw({ type: () => true, limit: bodyLimit });

/** Passes `/api/**` to the app that answers it: method, body and what matters of the headers. */
export function apiProxy(invoker: Invoker, log: Logger): Router {
  const router = Router();
  router.use("/api", raw, async (request, response) => {
    const to = targetOf(request.originalUrl.split("?", 1)[0] ?? "");
    if (!to || !verbs.includes(request.method)) throw new Problem(404, "There is no such API.");
    await callApp({ invoker, log }, { to, requestHeaders, responseHeaders, isFromApp }, request, response);
  });
  return router;
}
