import { createServiceApp, requireAppToken } from "@todo-platform/service-kit";
import type { Invoker, Logger } from "@todo-platform/service-kit";
import type { Express } from "express";
import { mcpRoute } from "./routes/mcp-route.ts";

/** What the tools' server needs. */
export interface McpToolsDeps {
  readonly log: Logger;
  /** `APP_API_TOKEN`. */
  readonly appToken: string | undefined;
  readonly jwtKey: string;
  readonly invoker: Invoker;
}

/** The tasks as tools of the Model Context Protocol. */
export const createApp = ({ log, appToken, jwtKey, invoker }: McpToolsDeps): Express =>
  createServiceApp({
    log,
    mount: (app) => app.use(requireAppToken(appToken), mcpRoute({ jwtKey, invoker, log })),
  });
