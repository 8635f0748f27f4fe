import { createServiceApp } from "@todo-platform/service-kit";
import type { Invoker, Logger } from "@todo-platform/service-kit";
import express from "express";
import type { Express } from "express";
import { apiProxy } from "./routes/api-proxy.ts";
import { liveFeed } from "./routes/live-feed.ts";
import { mcpProxy } from "./routes/mcp-proxy.ts";
import { securityHeaders } from "./routes/security-headers.ts";

/** What the frontend's routes need. */
export interface FrontendDeps {
  readonly log: Logger;
  readonly invoker: Invoker;
  /** Folder of the page. */
  readonly webRoot: string;
  /** Aborted when the process has to stop. */
  readonly stopping: AbortSignal;
}

/** The page and the API behind it. Browsers come here, so nothing asks for the app token, and each request starts a trace. */
export const createApp = ({ log, invoker, webRoot, stopping }: FrontendDeps): Express =>
  createServiceApp({
    log,
    startTraces: true,
    mount: (app) => {
      app.use(securityHeaders);
      app.use(
        express.static(webRoot, {
          cacheControl: false,
          setHeaders: (response) => response.set("cache-control", "no-cache"),
        }),
      );
      app.use(liveFeed(invoker, stopping), apiProxy(invoker, log), mcpProxy(invoker, log));
    },
  });
