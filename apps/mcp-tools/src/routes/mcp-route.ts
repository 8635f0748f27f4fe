import { createMcpHandler } from "@modelcontextprotocol/server";
import { bodyLimit, Problem, requireUser, userOf } from "@todo-platform/service-kit";
import type { Invoker, Logger } from "@todo-platform/service-kit";
import express, { Router } from "express";
import { createToolServer } from "../tools/create-tool-server.ts";
import { createTaskApi } from "../tools/task-api.ts";

/** What {@link mcpRoute} needs. */
export interface McpRouteDeps {
  readonly jwtKey: string;
  readonly invoker: Invoker;
  readonly log: Logger;
}

const passed = ["content-type", "accept", "mcp-protocol-version", "mcp-session-id", "mcp-method", "mcp-name"];

/**
 * A message can be nested so deeply that it can be read but not be written again.
 * @throws Problem 400
 */
function textOf(message: unknown): string {
  try {
    return JSON.stringify(message);
  } catch {
    throw new Problem(400, "The message is nested too deeply.");
  }
}

/**
 * `POST /mcp`: streamable HTTP without sessions. Every request carries the bearer token of the user whose tasks the tools
 * work on.
 * Source: modelcontextprotocol.io, specification of 2026-07-28 and before, transports.
 */
export function mcpRoute({ jwtKey, invoker, log }: McpRouteDeps): Router {
  const handler = createMcpHandler(
    ({ authInfo }) => createToolServer(createTaskApi(invoker, `Bearer ${authInfo?.token ?? ""}`)),
    { onerror: (error) => log.warn(`a request of the protocol was refused: ${error.message}`) },
  );
  const router = Router();
  const json = express.json({ limit: bodyLimit, strict: false });
  router.post("/mcp", requireUser(jwtKey), json, async (request, response) => {
    const headers: Record<string, string> = {};
    for (const name of passed) {
      const value = request.header(name);
      if (value) headers[name] = value;
    }
    const parsedBody: unknown = request.body;
    const sent = new Request("http://mcp-tools/mcp", { method: "POST", headers, body: textOf(parsedBody) });
    const token = request.header("authorization")?.replace(/^Bearer /i, "") ?? "";
    const authInfo = { token, clientId: userOf(response), scopes: [] };
    const answer = await handler.fetch(sent, { parsedBody, authInfo });
    response.status(answer.status);
    const type = answer.headers.get("content-type");
    if (type) response.set("content-type", type);
    response.send(Buffer.from(await answer.arrayBuffer()));
  });
  return router;
}
