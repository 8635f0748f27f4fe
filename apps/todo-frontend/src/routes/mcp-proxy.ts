import { bodyLimit, Problem, sendProblem } from "@todo-platform/service-kit";
import type { Invoker, Logger } from "@todo-platform/service-kit";
import express, { Router } from "express";
import { targetOf } from "../domain/target-of.ts";
import { callApp } from "./call-app.ts";

const requestHeaders = ["authorization", "content-type", "accept", "mcp-protocol-version", "mcp-session-id"];
const responseHeaders = ["content-type", "mcp-session-id", "www-authenticate"];

/** An MCP server refuses with an error of JSON-RPC. */
const isFromApp = (type: string, body: string): boolean =>
  type.startsWith("application/problem+json") || (type.startsWith("application/json") && body.includes('"jsonrpc"'));

const raw = express.raw({ type: () => true, limit: bodyLimit });

/** `POST /mcp`: the tools for MCP clients outside of the platform, with the token of the user they work for. */
export function mcpProxy(invoker: Invoker, log: Logger): Router {
  const router = Router();
  router.all("/mcp", raw, async (request, response) => {
    const to = targetOf(request.originalUrl.split("?", 1)[0] ?? "");
    if (!to) throw new Problem(404, "There is no such API.");
    if (request.method !== "POST") {
      sendProblem(response.set("allow", "POST"), new Problem(405, "Send each message by POST."));
      return;
    }
    await callApp({ invoker, log }, { to, requestHeaders, responseHeaders, isFromApp }, request, response);
  });
  return router;
}
